import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { issueAnswerLink } from "~/domain/follow-ups/ask-answers.server";
import { ANSWER_LINK_DAYS } from "~/domain/follow-ups/follow-up-rules";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { askAnswersMail } from "~emails/ask-answers";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";
import { oneClickHeaders } from "./stop-url.server";

const DAY_MS = 86_400_000;

/** Writes the one mail that asks whether offices have answered. */
export async function composeAskAnswers(
  ctx: JobContext,
  payload: JobPayload<"email-ask-answers">,
): Promise<OutgoingMail | null> {
  const issued = await issueAnswerLink(ctx, payload);
  if (!issued) return null;
  const locale = mailLocale(issued.locale);
  const { petitionContent } = await getCampaign(ctx, issued.campaignSlug, locale);
  const stopUrl = `${ctx.origin()}/${locale}/unsubscribe/${issued.token}`;
  const mail = await askAnswersMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    wishedAt: issued.wishedAt,
    until: new Date(ctx.now().getTime() + ANSWER_LINK_DAYS * DAY_MS),
    link: `${ctx.origin()}/${locale}/answers/${issued.token}`,
    stopUrl,
  });
  return { to: issued.email, ...mail, headers: oneClickHeaders(stopUrl) };
}
