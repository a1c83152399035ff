import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import { findPartnerNames } from "~/domain/partners/find-partner-names.server";
import { issueLink } from "~/domain/signatures/issue-link.server";
import { CONFIRMATION_DAYS, UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import type { OutgoingMail } from "~/services/mailer";
import { confirmSignatureMail } from "~emails/confirm-signature";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";
import { stopUrl } from "./stop-url.server";

/** Writes the mail with the link and the code that confirm a signature. */
export async function composeConfirmation(
  ctx: JobContext,
  payload: JobPayload<"email-confirmation">,
): Promise<OutgoingMail | null> {
  const issued = await issueLink(ctx, payload);
  if (!issued) return null;
  const { confirmation, token, code } = issued;
  const locale = mailLocale(confirmation.locale);
  const { petitionContent, slug } = await getCampaign(ctx, confirmation.campaignSlug, locale);
  const mail = await confirmSignatureMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: confirmation.name,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    link: confirmation.byCodeOnly ? null : `${ctx.origin()}/${locale}/confirm/${token}`,
    codePageUrl: `${ctx.origin()}/${locale}/campaigns/${slug}/check-inbox`,
    code,
    validDays: CONFIRMATION_DAYS,
    unconfirmedDays: UNCONFIRMED_DAYS,
    choices: {
      updates: confirmation.choices.newsletter,
      partners: await findPartnerNames(ctx, confirmation.choices.partnerIds),
    },
    // Confirming was asked for, so no header offers to unsubscribe from it; a reminder or news were perhaps not.
    stopUrl: await stopUrl(ctx, {
      campaignId: confirmation.campaignId,
      signatureId: confirmation.signatureId,
      locale,
    }),
  });
  return { to: confirmation.email, ...mail };
}
