import type { JobPayload } from "~/domain/outbox/jobs";
import { findApprovalMail, findApprovalRequestMail } from "~/domain/workshop/approval-mail.server";
import type { OutgoingMail } from "~/services/mailer";
import { approvalDecisionMail } from "~emails/approval-decision";
import { approvalRequestMail } from "~emails/approval-request";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";

/** Writes the mail that tells a partner's people what the host said to their campaign. */
export async function composeApprovalDecision(
  ctx: JobContext,
  payload: JobPayload<"email-approval-decision">,
): Promise<OutgoingMail | null> {
  const facts = await findApprovalMail(ctx, payload);
  if (facts === null) return null;
  const locale = mailLocale(facts.locale);
  const { email, organization, slug, title, decision, reason, publishAt, timeZone } = facts;
  const mail = await approvalDecisionMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    link: `${ctx.origin()}/portal/${encodeURIComponent(organization)}/campaigns/${encodeURIComponent(slug)}`,
    title,
    decision,
    reason,
    publishAt,
    timeZone,
  });
  return { to: email, ...mail };
}

/** Writes the mail that tells the host's people that a partner asks for their yes. */
export async function composeApprovalRequest(
  ctx: JobContext,
  payload: JobPayload<"email-approval-request">,
): Promise<OutgoingMail | null> {
  const facts = await findApprovalRequestMail(ctx, payload);
  if (facts === null) return null;
  const locale = mailLocale(facts.locale);
  const { email, organization, slug, title, partnerName, note } = facts;
  const mail = await approvalRequestMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    link: `${ctx.origin()}/portal/${organization}/campaigns/${encodeURIComponent(slug)}/approval`,
    title,
    partnerName,
    note,
  });
  return { to: email, ...mail };
}
