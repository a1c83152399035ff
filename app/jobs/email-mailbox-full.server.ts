import { findCampaignSlug } from "~/domain/campaigns/find-campaign-slug.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { mailboxFullMail } from "~emails/mailbox-full";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";

/** Writes to the owner of a mailbox that a third name was tried with it. */
export async function composeMailboxFull(
  ctx: JobContext,
  payload: JobPayload<"email-mailbox-full">,
): Promise<OutgoingMail | null> {
  const slug = await findCampaignSlug(ctx, payload.campaignId);
  if (!slug) return null;
  const locale = mailLocale(payload.locale);
  const { petitionContent } = await getCampaign(ctx, slug, locale);
  const mail = await mailboxFullMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    campaignUrl: `${ctx.origin()}/${locale}/campaigns/${slug}`,
  });
  return { to: ctx.vault.open("mail.recipient", payload.recipientSealed), ...mail };
}
