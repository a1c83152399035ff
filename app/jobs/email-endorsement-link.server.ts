import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { issueEndorsementLink, type OwnEndorsement } from "~/domain/endorsements/endorsement-links.server";
import { ENDORSEMENT_MANAGE_DAYS } from "~/domain/endorsements/retention";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { endorsementDecisionMail } from "~emails/endorsement-decision";
import { endorsementLinkMail } from "~emails/endorsement-link";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";

/** Writes the mail with the link by which its author sees and removes an endorsement. */
export async function composeEndorsementLink(
  ctx: JobContext,
  payload: JobPayload<"email-endorsement-link">,
): Promise<OutgoingMail | null> {
  const facts = await mailFacts(ctx, payload, ["confirmed", "approved", "hidden", "rejected"]);
  return facts && { to: facts.to, ...(await endorsementLinkMail(facts.props)) };
}

/** Writes the mail that tells its author what became of an endorsement. */
export async function composeEndorsementDecision(
  ctx: JobContext,
  payload: JobPayload<"email-endorsement-decision">,
): Promise<OutgoingMail | null> {
  const facts = await mailFacts(ctx, payload, ["approved", "rejected", "hidden"]);
  if (facts === null) return null;
  const { state, reason } = facts.entry;
  if (state !== "approved" && state !== "rejected" && state !== "hidden") return null;
  return { to: facts.to, ...(await endorsementDecisionMail({ ...facts.props, decision: state, reason })) };
}

async function mailFacts(
  ctx: JobContext,
  payload: JobPayload<"email-endorsement-link">,
  states: readonly OwnEndorsement["state"][],
) {
  const issued = await issueEndorsementLink(ctx, payload, "manage", states);
  if (!issued) return null;
  const { entry, token } = issued;
  const locale = mailLocale(entry.locale);
  const { petitionContent } = await getCampaign(ctx, entry.campaignSlug, locale);
  return {
    to: entry.email,
    entry,
    props: {
      t: mailWords(ctx, locale),
      locale,
      site: { name: siteName, origin: ctx.origin() },
      name: entry.content.name,
      petition: { title: petitionContent.title, locale: petitionContent.locale },
      link: `${ctx.origin()}/${locale}/endorsement/${token}`,
      validDays: ENDORSEMENT_MANAGE_DAYS,
    },
  };
}
