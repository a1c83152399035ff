import type { z } from "zod";
import { jobs, type MailJobName } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { composeAlreadySigned } from "./email-already-signed.server";
import { composeApprovalDecision, composeApprovalRequest } from "./email-approval-decision.server";
import { composeAskAnswers } from "./email-ask-answers.server";
import { composeConfirmDelivery } from "./email-confirm-delivery.server";
import { composeConfirmEndorsement } from "./email-confirm-endorsement.server";
import { composeConfirmations } from "./email-confirmation.server";
import { composeEndorsementDecision, composeEndorsementLink } from "./email-endorsement-link.server";
import { composeExportReady } from "./email-export-ready.server";
import { composeInvitation } from "./email-invitation.server";
import { composeMailboxFull } from "./email-mailbox-full.server";
import { composeMailings, composeMailingTest } from "./email-mailing.server";
import { composeMailingStopped } from "./email-mailing-stopped.server";
import { composeReminder } from "./email-reminder.server";
import { composeSignIn } from "./email-sign-in.server";
import type { JobContext } from "./job-context";

/**
 * Writes the mails of jobs, each in its place, null where there is nothing to send any more. Runs in the
 * transaction of `ctx.db` and makes no call outside. Whether an address may have mail is looked up afterwards.
 * @throws {z.ZodError} when a payload is none of these jobs
 */
export type Compose = (ctx: JobContext, payloads: readonly unknown[]) => Promise<(OutgoingMail | null)[]>;

export const composers: Record<MailJobName, Compose> = {
  "email-confirmation": together(jobs["email-confirmation"].payload, composeConfirmations),
  "email-already-signed": oneByOne(jobs["email-already-signed"].payload, composeAlreadySigned),
  "email-mailbox-full": oneByOne(jobs["email-mailbox-full"].payload, composeMailboxFull),
  "email-confirm-delivery": oneByOne(jobs["email-confirm-delivery"].payload, composeConfirmDelivery),
  "email-ask-answers": oneByOne(jobs["email-ask-answers"].payload, composeAskAnswers),
  "email-approval-request": oneByOne(jobs["email-approval-request"].payload, composeApprovalRequest),
  "email-approval-decision": oneByOne(jobs["email-approval-decision"].payload, composeApprovalDecision),
  "email-mailing": together(jobs["email-mailing"].payload, composeMailings),
  "email-mailing-test": oneByOne(jobs["email-mailing-test"].payload, composeMailingTest),
  "email-mailing-stopped": oneByOne(jobs["email-mailing-stopped"].payload, composeMailingStopped),
  "email-export-ready": oneByOne(jobs["email-export-ready"].payload, composeExportReady),
  "email-sign-in": oneByOne(jobs["email-sign-in"].payload, composeSignIn),
  "email-invitation": oneByOne(jobs["email-invitation"].payload, composeInvitation),
  "email-confirm-endorsement": oneByOne(jobs["email-confirm-endorsement"].payload, composeConfirmEndorsement),
  "email-endorsement-link": oneByOne(jobs["email-endorsement-link"].payload, composeEndorsementLink),
  "email-endorsement-decision": oneByOne(jobs["email-endorsement-decision"].payload, composeEndorsementDecision),
  "email-reminder": oneByOne(jobs["email-reminder"].payload, composeReminder),
};

function together<Payload>(
  schema: z.ZodType<Payload>,
  compose: (ctx: JobContext, payloads: readonly Payload[]) => Promise<(OutgoingMail | null)[]>,
): Compose {
  return (ctx, payloads) =>
    compose(
      ctx,
      payloads.map((payload) => schema.parse(payload)),
    );
}

function oneByOne<Payload>(
  schema: z.ZodType<Payload>,
  compose: (ctx: JobContext, payload: Payload) => Promise<OutgoingMail | null>,
): Compose {
  return together(schema, async (ctx, payloads) => {
    const mails: (OutgoingMail | null)[] = [];
    for (const payload of payloads) mails.push(await compose(ctx, payload));
    return mails;
  });
}
