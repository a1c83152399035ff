import { beforeAll, describe, expect, inject, test } from "vitest";
import { startProduct, theServer } from "../support/journey";
import { bounce, mailEvent, signedHeaders, webhookSecret } from "../support/resend-events";
import { startOfTests } from "../support/seeded";
import { post, postSignature } from "./posting";

startProduct({ RESEND_WEBHOOK_SECRET: webhookSecret });

const url = "/webhooks/resend";
/** The clock of the server starts at that moment and runs. */
const started = Date.now();
const now = () => new Date(startOfTests.getTime() + Date.now() - started);
let events = 0;

beforeAll(async () => {
  await theServer().setClock(now());
});

function send(body: string, headers: Record<string, string> = {}) {
  const signed = signedHeaders(body, { at: now(), id: `msg_${++events}` });
  return post(url, body, { "content-type": "application/json", ...signed, ...headers });
}

const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe("What is not genuine is refused", () => {
  const body = mailEvent("email.bounced", "victim@example.org", bounce());

  test("without a signature, with a wrong one, or with the body changed", async () => {
    expect(await statusOf(post(url, body, { "content-type": "application/json" }))).toBe(401);
    expect(await statusOf(send(body, { "svix-signature": `v1,${Buffer.alloc(32).toString("base64")}` }))).toBe(401);
    const { "svix-signature": signature } = signedHeaders(body, { at: now(), id: "msg_x" });
    const other = mailEvent("email.bounced", "other@example.org", bounce());
    expect(await statusOf(send(other, { "svix-id": "msg_x", "svix-signature": signature }))).toBe(401);
  });

  test("recorded ten minutes ago, or from a clock that is ten minutes ahead", async () => {
    for (const away of [-600_000, 600_000]) {
      const headers = signedHeaders(body, { at: new Date(now().getTime() + away), id: `msg_${++events}` });
      expect(await statusOf(post(url, body, headers))).toBe(401);
    }
  });

  test("so the address goes on getting mail", async () => {
    await postSignature({ email: "victim@example.org" });
    await theServer().mailTo("victim@example.org");
  });
});

test("what is genuine but no event is a bad request, and an unknown event is taken", async () => {
  for (const body of ["", "no JSON", "null", "{}", '{"type":"email.bounced","data":{}}']) {
    expect(await statusOf(send(body)), body).toBe(400);
  }
  expect(await statusOf(send('{"type":"email.invented_tomorrow"}'))).toBe(200);
  expect(await statusOf(send(mailEvent("email.delivered", "ada@example.org")))).toBe(200);
});

test("a body over 64 kB and another method are refused in the form that programs read", async () => {
  const tooLarge = await send(mailEvent("email.delivered", "ada@example.org", { padding: "x".repeat(65_536) }));
  expect(tooLarge.status).toBe(413);
  expect(await tooLarge.json()).toMatchObject({ error: { code: "body-too-large" } });
  for (const method of ["GET", "PUT", "DELETE"]) {
    expect((await theServer().fetch(url, { method })).status, method).toBe(405);
  }
});

describe.each([
  ["a permanent bounce", (to: string) => mailEvent("email.bounced", to, bounce())],
  ["a complaint", (to: string) => mailEvent("email.complained", to)],
] as const)("After %s", (what, eventFor) => {
  const who = what.replaceAll(" ", "-");

  test("no more mail goes to the address, however often the event came", async () => {
    const email = `${who}@example.org`;
    const body = eventFor(email);
    const headers = signedHeaders(body, { at: now(), id: `msg_${who}` });
    for (const status of ["taken", "known", "known"]) {
      const answer = await post(url, body, headers);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ status });
    }
    await send(mailEvent("email.delivered", email));
    expect((await postSignature({ email })).status, "The form tells nobody.").toBe(303);
    await postSignature({ email: `after-${who}@example.org` });
    // It was asked for later, so the other one had its turn.
    await theServer().mailTo(`after-${who}@example.org`);
    const recipients = (await theServer().mails()).map(({ to }) => to);
    expect(recipients.filter((to) => to.includes(email) && !to.includes("after-"))).toEqual([]);
  });
});

test("nothing in the log names an address", () => {
  const said = theServer().web.output() + (theServer().worker?.output() ?? "");
  if (inject("engine") === "postgres") expect(said).toContain('"event":"mail event refused"');
  expect(said).not.toMatch(/@example\.org/);
});
