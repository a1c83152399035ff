import { theServer } from "../support/journey";

export const signUrl = "/en/campaigns/privacy-for-all";

/** Posts the sign form as a browser without script does; fields that are given replace those of an honest signer. */
export function postSignature(fields: Record<string, string>, headers: Record<string, string> = {}, url = signUrl) {
  const form = { name: "Ada Lovelace", email: "ada@example.org", country: "KE", ...fields };
  return post(url, new URLSearchParams(form), headers);
}

export function post(url: string, body: RequestInit["body"], headers: Record<string, string> = {}): Promise<Response> {
  return theServer().fetch(url, { method: "POST", body: body ?? null, headers });
}

/** Everything of an answer that whoever sent the request can see, except the time. */
export async function visibleAnswer(answer: Response): Promise<{ status: number; headers: string; body: string }> {
  const headers = [...answer.headers].filter(([name]) => name !== "date").map((pair) => pair.join(": "));
  return { status: answer.status, headers: headers.sort().join("\n"), body: await answer.text() };
}
