import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import type { Vault } from "~/domain/context";
import { jobs, type MailJobName } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";

const names = Object.keys(jobs);
const mailJobName = z.custom<MailJobName>((name) => typeof name === "string" && names.includes(name));

const keptMail = z.object({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

const written = z.object({
  jobId: z.uuid(),
  name: mailJobName,
  payload: z.record(z.string(), z.unknown()),
  mail: keptMail.transform(withoutUndefined),
});

/** A mail as it was written, and the job that asked for it. */
export type WrittenMail = z.infer<typeof written>;

/** The mail of one job, sealed to be kept with it. */
export function sealMail(vault: Vault, mail: OutgoingMail): string {
  return vault.seal("outbox.mail", JSON.stringify(mail));
}

export function openMail(vault: Vault, sealed: string): OutgoingMail {
  return withoutUndefined(keptMail.parse(JSON.parse(vault.open("outbox.mail", sealed))));
}

/** The mails of a batch, sealed. They are packed, because a hundred mails differ in a few words only. */
export function sealBatch(vault: Vault, mails: readonly WrittenMail[]): string {
  return vault.seal("outbox.batch", gzipSync(JSON.stringify(mails), { level: 3 }).toString("base64"));
}

export function openBatch(vault: Vault, sealed: string): WrittenMail[] {
  const packed = Buffer.from(vault.open("outbox.batch", sealed), "base64");
  return z.array(written).parse(JSON.parse(gunzipSync(packed).toString("utf8")));
}

function withoutUndefined({ headers, ...mail }: z.infer<typeof keptMail>): OutgoingMail {
  return headers === undefined ? mail : { ...mail, headers };
}
