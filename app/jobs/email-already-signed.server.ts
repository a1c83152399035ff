import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import { findSigner } from "~/domain/signatures/find-signer.server";
import type { OutgoingMail } from "~/services/mailer";
import { alreadySignedMail } from "~emails/already-signed";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";
import { stopUrl } from "./stop-url.server";

/** Writes to the owner of a mailbox that somebody sent the form again. */
export async function composeAlreadySigned(
  ctx: JobContext,
  payload: JobPayload<"email-already-signed">,
): Promise<OutgoingMail | null> {
  const signer = await findSigner(ctx, payload);
  if (!signer) return null;
  const locale = mailLocale(signer.locale);
  const { petitionContent } = await getCampaign(ctx, signer.campaignSlug, locale);
  const mail = await alreadySignedMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: signer.name,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    takeActionUrl: `${ctx.origin()}/${locale}/campaigns/${signer.campaignSlug}/take-action?country=${signer.country}`,
    stopUrl: await stopUrl(ctx, { ...payload, locale }),
  });
  return { to: signer.email, ...mail };
}
