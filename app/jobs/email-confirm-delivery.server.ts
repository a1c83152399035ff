import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { issueDeliveryLink } from "~/domain/deliveries/issue-delivery-link.server";
import { DELIVERY_LINK_DAYS } from "~/domain/deliveries/retention";
import { findOffice } from "~/domain/lawmakers/find-office";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { confirmDeliveryMail } from "~emails/confirm-delivery";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";

/** Writes the mail that asks whether messages shall be handed to offices of Congress. */
export async function composeConfirmDelivery(
  ctx: JobContext,
  payload: JobPayload<"email-confirm-delivery">,
): Promise<OutgoingMail | null> {
  const issued = await issueDeliveryLink(ctx, payload);
  if (!issued) return null;
  const locale = mailLocale(issued.locale);
  const { petitionContent } = await getCampaign(ctx, issued.campaignSlug, locale);
  const { firstName, lastName, email } = issued.constituent;
  const nameOf = (bioguide: string) => findOffice(ctx.facts.current(), bioguide, ctx.now())?.lawmaker?.name ?? bioguide;
  const mail = await confirmDeliveryMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: `${firstName} ${lastName}`,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    offices: issued.offices.map(({ bioguide, isWritten }) => ({ name: nameOf(bioguide), isWritten })),
    link: `${ctx.origin()}/${locale}/deliver/${issued.token}`,
    validDays: DELIVERY_LINK_DAYS,
  });
  return { to: email, ...mail };
}
