import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import { findPartnerNames } from "~/domain/partners/find-partner-names.server";
import { issueReminderLink } from "~/domain/signatures/remind.server";
import type { OutgoingMail } from "~/services/mailer";
import { remindSignerMail } from "~emails/remind-signer";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";
import { oneClickHeaders, stopUrl } from "./stop-url.server";

/** Writes the one reminder of a signature that waits to be confirmed. */
export async function composeReminder(
  ctx: JobContext,
  payload: JobPayload<"email-reminder">,
): Promise<OutgoingMail | null> {
  const issued = await issueReminderLink(ctx, payload);
  if (!issued) return null;
  const { confirmation, token, code, validDays, deletedAt } = issued;
  const locale = mailLocale(confirmation.locale);
  const { petitionContent, slug } = await getCampaign(ctx, confirmation.campaignSlug, locale);
  const stop = await stopUrl(ctx, { ...payload, locale });
  const mail = await remindSignerMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: confirmation.name,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    link: confirmation.byCodeOnly ? null : `${ctx.origin()}/${locale}/confirm/${token}`,
    codePageUrl: `${ctx.origin()}/${locale}/campaigns/${slug}/check-inbox`,
    code,
    validDays,
    deletedAt,
    choices: {
      updates: confirmation.choices.newsletter,
      partners: await findPartnerNames(ctx, confirmation.choices.partnerIds),
    },
    stopUrl: stop,
  });
  return { to: confirmation.email, ...mail, headers: oneClickHeaders(stop) };
}
