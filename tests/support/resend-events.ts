import { createHmac } from "node:crypto";

/** The secret of the tests, in the form in which Resend gives it out. */
export const webhookSecret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;

interface Signing {
  at: Date;
  id?: string;
  secret?: string;
}

/** Headers as the mail service signs a message. */
export function signedHeaders(body: string | Buffer, { at, id = "msg_1", secret = webhookSecret }: Signing) {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}

/** An event of the mail service, as its documentation shows them. */
export function mailEvent(type: string, to: string | string[], more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    type,
    created_at: "2026-04-30T23:41:12.126Z",
    data: {
      created_at: "2026-04-30T23:41:11.894719+00:00",
      email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
      from: "Privacy for All <hello@privacy.example>",
      to: [to].flat(),
      subject: "Please confirm your signature",
      ...more,
    },
  });
}

/** What an event says of a bounce; `type` is `Permanent`, `Transient` or `Undetermined`. */
export const bounce = (type = "Permanent") => ({
  bounce: { type, subType: "General", message: "The recipient's mail server did not take the message." },
});
