import type { z } from "zod";
import { jobs, type MailJobName } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { composeAlreadySigned } from "./email-already-signed.server";
import { composeConfirmation } from "./email-confirmation.server";
import { composeMailboxFull } from "./email-mailbox-full.server";
import { composeReminder } from "./email-reminder.server";
import type { JobContext } from "./job-context";

/**
 * Writes the mail of a job, or gives null where there is nothing to send any more. Runs in the transaction of
 * `ctx.db` and makes no call outside. Whether the address may have mail is looked up afterwards.
 * @throws {z.ZodError} when the payload is none of this job
 */
export type Compose = (ctx: JobContext, payload: unknown) => Promise<OutgoingMail | null>;

export const composers: Record<MailJobName, Compose> = {
  "email-confirmation": reading(jobs["email-confirmation"].payload, composeConfirmation),
  "email-already-signed": reading(jobs["email-already-signed"].payload, composeAlreadySigned),
  "email-mailbox-full": reading(jobs["email-mailbox-full"].payload, composeMailboxFull),
  "email-reminder": reading(jobs["email-reminder"].payload, composeReminder),
};

function reading<Payload>(
  schema: z.ZodType<Payload>,
  compose: (ctx: JobContext, payload: Payload) => Promise<OutgoingMail | null>,
): Compose {
  return (ctx, payload) => compose(ctx, schema.parse(payload));
}
