import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { issueEndorsementLink } from "~/domain/endorsements/endorsement-links.server";
import { ENDORSEMENT_LINK_DAYS } from "~/domain/endorsements/retention";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { confirmEndorsementMail } from "~emails/confirm-endorsement";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";

/** Writes the mail that asks whether a name shall stand under a campaign. */
export async function composeConfirmEndorsement(
  ctx: JobContext,
  payload: JobPayload<"email-confirm-endorsement">,
): Promise<OutgoingMail | null> {
  const issued = await issueEndorsementLink(ctx, payload, "confirm", ["pending"]);
  if (!issued) return null;
  const { entry, token } = issued;
  const locale = mailLocale(entry.locale);
  const { petitionContent } = await getCampaign(ctx, entry.campaignSlug, locale);
  const mail = await confirmEndorsementMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: entry.content.name,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    link: `${ctx.origin()}/${locale}/endorse/${token}`,
    validDays: ENDORSEMENT_LINK_DAYS,
  });
  return { to: entry.email, ...mail };
}
