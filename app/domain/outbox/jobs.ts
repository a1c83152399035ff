import { z } from "zod";
import type { MailKind } from "../suppressions/may-receive";

/**
 * Lower goes first. Mail starts at `FIRST_MAIL_PRIORITY`: below it is all other work, so that the index of due jobs
 * keeps the two apart and neither waits for the other.
 */
export const priorities = { moderation: 5, delivery: 7, hint: 8, confirmation: 10, notice: 20, bulk: 30 } as const;
export const FIRST_MAIL_PRIORITY = 10;

const signatureMail = z.object({ campaignId: z.uuid(), signatureId: z.uuid() });
const endorsementMail = z.object({ campaignId: z.uuid(), endorsementId: z.uuid() });
const approvalMail = z.object({ approvalId: z.uuid(), userId: z.uuid() });
const deliveryMail = z.object({ campaignId: z.uuid(), requestId: z.uuid() });

/**
 * Every later work by name, and the data it needs: ids, never a personal datum. What must reach somebody
 * who has no row here (the third person on a mailbox) travels sealed. `mail` tells whether the
 * mail answers what its reader just did or comes unasked; null for what is no mail.
 */
export const jobs = {
  "email-confirmation": {
    payload: z.object({ campaignId: z.uuid(), confirmationId: z.uuid() }),
    priority: priorities.confirmation,
    mail: "asked",
  },
  "email-already-signed": { payload: signatureMail, priority: priorities.notice, mail: "asked" },
  "email-mailbox-full": {
    payload: z.object({ campaignId: z.uuid(), recipientSealed: z.string(), locale: z.string() }),
    priority: priorities.notice,
    mail: "asked",
  },
  "email-reminder": { payload: signatureMail, priority: priorities.bulk, mail: "bulk" },
  "email-confirm-delivery": { payload: deliveryMail, priority: priorities.confirmation, mail: "asked" },
  "email-ask-answers": {
    payload: z.object({ campaignId: z.uuid(), followUpId: z.uuid() }),
    priority: priorities.bulk,
    mail: "bulk",
  },
  "email-sign-in": { payload: z.object({ requestId: z.uuid() }), priority: priorities.confirmation, mail: "asked" },
  "email-invitation": {
    payload: z.object({ invitationId: z.uuid() }),
    priority: priorities.confirmation,
    mail: "asked",
  },
  "email-confirm-endorsement": { payload: endorsementMail, priority: priorities.confirmation, mail: "asked" },
  "email-endorsement-link": { payload: endorsementMail, priority: priorities.notice, mail: "asked" },
  "email-endorsement-decision": { payload: endorsementMail, priority: priorities.notice, mail: "asked" },
  "deliver-to-congress": {
    payload: z.object({ campaignId: z.uuid(), deliveryId: z.uuid() }),
    priority: priorities.delivery,
    mail: null,
  },
  "look-up-mail-domain": { payload: signatureMail, priority: priorities.hint, mail: null },
  /** Asked for once a day: `day` is that day. */
  "sync-congress": { payload: z.object({ day: z.iso.date() }), priority: priorities.hint, mail: null },
  "export-supporters": { payload: z.object({ exportId: z.uuid() }), priority: priorities.hint, mail: null },
  "email-approval-request": { payload: approvalMail, priority: priorities.notice, mail: "asked" },
  "email-approval-decision": { payload: approvalMail, priority: priorities.notice, mail: "asked" },
  "email-export-ready": { payload: z.object({ exportId: z.uuid() }), priority: priorities.notice, mail: "asked" },
  "send-mailing": { payload: z.object({ mailingId: z.uuid() }), priority: priorities.hint, mail: null },
  "email-mailing": {
    payload: z.object({ mailingId: z.uuid(), campaignId: z.uuid(), deliveryId: z.uuid() }),
    priority: priorities.bulk,
    mail: "agreed",
  },
  "email-mailing-test": {
    payload: z.object({ mailingId: z.uuid(), userId: z.uuid(), locale: z.string() }),
    priority: priorities.notice,
    mail: "asked",
  },
  "email-mailing-stopped": {
    payload: z.object({ mailingId: z.uuid(), userId: z.uuid() }),
    priority: priorities.notice,
    mail: "asked",
  },
  "make-petition-delivery": {
    payload: z.object({ deliveryId: z.uuid() }),
    priority: priorities.hint,
    mail: null,
  },
  "end-petition-deliveries": {
    payload: z.object({ campaignId: z.uuid() }),
    priority: priorities.moderation,
    mail: null,
  },
  "check-action-link": { payload: z.object({ linkId: z.uuid() }), priority: priorities.hint, mail: null },
  "strike-signatures": { payload: z.object({ strikeId: z.uuid() }), priority: priorities.moderation, mail: null },
} as const satisfies Record<string, { payload: z.ZodType; priority: number; mail: MailKind | null }>;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]["payload"]>;

/** The jobs that write and send one mail. */
export type MailJobName = { [Name in JobName]: (typeof jobs)[Name]["mail"] extends null ? never : Name }[JobName];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

export function isMailJobName(name: string): name is MailJobName {
  return isJobName(name) && jobs[name].mail !== null;
}

/**
 * Mails that wait together and go out in one call, under the id of this job. It is made by the worker out of the
 * jobs of single mails, never asked for; what it sends stands in its sealed state.
 */
export const MAIL_BATCH = "mail-batch";
export const mailBatchPayload = z.object({ mails: z.number().int().positive() });
