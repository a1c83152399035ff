import { and, eq, inArray } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { consentWordings } from "~db/schema/consents";
import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { contentHash } from "~db/schema/content/content-hash";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { checkColour } from "../branding/brand-colour";
import type { Context } from "../context";
import { applyFacts, proposedFactsOf, readFacts } from "./facts.server";
import { holdOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { userNames } from "./user-names.server";

export type FactsFault = "closesBeforeOpens" | "colourPale" | "wordingUnknown";

export type ChangedFacts =
  /** `proposed`: the public goes on seeing what it saw until the host says yes. */
  | { outcome: "saved" | "proposed" | "unchanged"; version: number }
  /** Somebody else changed them since; nothing was changed. */
  | { outcome: "outdated"; by: string; at: Date | null; version: number }
  /** By the field, as the form of the page names it. */
  | { outcome: "faulty"; errors: Partial<Record<"closesAt" | "brandColour" | "wordings", FactsFault>> };

/**
 * Changes what the public sees of a campaign beside its texts. Where the host has to say yes first and the campaign is public or
 * approved already, the change waits for that.
 * @param basedOn the version that the actor saw
 * @throws {DomainError} notAllowed, notFound
 */
export async function changeFacts(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { basedOn, change }: { basedOn: number; change: Partial<CampaignFacts> },
): Promise<ChangedFacts> {
  return ctx.db.transaction(async (db): Promise<ChangedFacts> => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.change", slug);
    if (campaign.factsVersion !== basedOn) return outdated(tx, campaign);
    const live = await readFacts(tx, campaign);
    const proposed = proposedFactsOf(campaign);
    const before = proposed ?? live;
    const after = { ...before, ...change };
    if (contentHash(after) === contentHash(before)) return { outcome: "unchanged", version: basedOn };
    const errors = await faultsOf(tx, campaign, after);
    if (Object.keys(errors).length > 0) return { outcome: "faulty", errors };

    const waits = mustAsk(actor, campaign) && (campaign.status !== "draft" || campaign.approvedAt !== null);
    if (!waits) await applyFacts(tx, campaign, { ...live, ...change });
    const version = basedOn + 1;
    const waiting = waits ? after : proposed && { ...proposed, ...change };
    const isNothingLeft =
      waiting !== null && contentHash(waiting) === contentHash(waits ? live : { ...live, ...change });
    await db
      .update(campaigns)
      .set({
        proposedFacts: isNothingLeft ? null : waiting,
        factsVersion: version,
        factsBy: actor.name,
        factsAt: tx.now(),
      })
      .where(eq(campaigns.id, campaign.id));
    await recordAudit(tx, {
      actor: actor.name,
      action: waits ? "campaign.propose" : "campaign.change",
      campaignId: campaign.id,
      partnerId: campaign.partnerId,
      facts: { changed: Object.keys(change).sort(), version },
    });
    return { outcome: waits ? "proposed" : "saved", version };
  });
}

async function outdated(tx: Context, { factsBy, factsAt, factsVersion }: OwnCampaign): Promise<ChangedFacts> {
  const names = await userNames(tx, [factsBy]);
  return { outcome: "outdated", by: names.get(factsBy ?? "") ?? "", at: factsAt, version: factsVersion };
}

async function faultsOf(tx: Context, campaign: OwnCampaign, facts: CampaignFacts) {
  const opensAt = facts.opensAt === null ? campaign.publishedAt : new Date(facts.opensAt);
  const closesTooSoon = facts.closesAt !== null && new Date(facts.closesAt) <= opensAt;
  const isPale = facts.brandColour !== null && !checkColour(facts.brandColour).isLegible;
  return {
    ...(closesTooSoon && { closesAt: "closesBeforeOpens" as const }),
    ...(isPale && { brandColour: "colourPale" as const }),
    ...(!(await areWordings(tx, campaign, facts.wordings)) && { wordings: "wordingUnknown" as const }),
  };
}

/** Wordings that were published, at most one for each purpose and language. */
async function areWordings({ db }: Context, { hostId }: OwnCampaign, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await db
    .select({ purpose: consentWordings.purpose, locale: consentWordings.locale })
    .from(consentWordings)
    .where(and(eq(consentWordings.hostId, hostId), inArray(consentWordings.id, [...ids])));
  const places = new Set(rows.map(({ purpose, locale }) => `${purpose} ${locale}`));
  return rows.length === new Set(ids).size && places.size === rows.length;
}
