import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { RightsRefusal } from "../content/rights";
import { textsIn } from "../content/text-fields";
import type { Context } from "../context";
import { getCampaignTexts } from "./campaign-texts.server";
import { readFacts } from "./facts.server";
import { publishTexts, TextRefused } from "./go-public.server";
import { holdOwnCampaign, mustAsk } from "./own-campaign.server";
import { hasBrackets, planPublication } from "./publication-plan.server";

export type PublishedLanguage =
  | "done"
  /** Nothing that is approved is newer than what readers see. */
  | "nothing"
  /** The campaign itself is not public yet; its texts come out with it. */
  | "notPublic"
  /** The host has to say yes first. */
  | "mustAsk"
  | "partnerPaused"
  /** Words of the template are still to be filled in. */
  | "brackets"
  | "sourceNotPublished"
  | RightsRefusal
  | "changed";

/**
 * Brings what is approved in one language of a public campaign before its readers.
 * @throws {DomainError} notAllowed, notFound
 */
export async function publishLanguage(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<PublishedLanguage> {
  try {
    return await ctx.db.transaction(async (db): Promise<PublishedLanguage> => {
      const tx = { ...ctx, db };
      const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
      if (campaign.status !== "published") return "notPublic";
      if (campaign.partner !== null && campaign.partner.status !== "active") return "partnerPaused";
      if (mustAsk(actor, campaign)) return "mustAsk";
      const facts = await readFacts(tx, campaign);
      const plan = planPublication(await getCampaignTexts(tx, slug), facts, { withReviewed: false, now: tx.now() });
      const planned = plan.texts.filter(({ revision }) => revision.locale === locale);
      if (planned.length === 0) return "nothing";
      if (planned.some(({ revision }) => textsIn(revision.fields).some(({ text }) => hasBrackets(text)))) {
        return "brackets";
      }
      const texts = await publishTexts(tx, actor, campaign, planned);
      if (texts === 0) return "sourceNotPublished";
      await recordAudit(tx, {
        actor: actor.name,
        action: "campaign.publish",
        campaignId: campaign.id,
        partnerId: campaign.partnerId,
        facts: { texts, locale },
      });
      return "done";
    });
  } catch (error) {
    if (error instanceof TextRefused) return error.why;
    throw error;
  }
}
