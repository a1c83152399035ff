import { eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { RightsRefusal } from "../content/rights";
import type { Context } from "../context";
import { getCampaignTexts } from "./campaign-texts.server";
import { readFacts } from "./facts.server";
import { goPublic, publishTexts, TextRefused } from "./go-public.server";
import { holdOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { type Blocker, planPublication } from "./publication-plan.server";

export type Publication =
  | { outcome: "public" }
  | { outcome: "scheduled" }
  /** It was public already; that many texts of it are new. */
  | { outcome: "texts"; count: number }
  /** It is public, and nothing is newer than what the public sees. */
  | { outcome: "nothing" }
  /** The host has to say yes first. */
  | { outcome: "mustAsk" }
  | { outcome: "partnerPaused" }
  | { outcome: "archived" }
  | { outcome: "blocked"; blockers: Blocker[] }
  | { outcome: "refused"; why: RightsRefusal | "changed" };

/**
 * Brings a campaign before the public, with every text of it that is approved: at once, or by itself at a moment. Of a
 * campaign that is public already, the texts that are new.
 * @param at null: at once
 * @throws {DomainError} notAllowed, notFound
 */
export async function publishCampaign(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { at }: { at: Date | null },
): Promise<Publication> {
  try {
    return await ctx.db.transaction(async (db): Promise<Publication> => {
      const tx = { ...ctx, db };
      const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
      const refusal = refusalOf(actor, campaign);
      if (refusal !== null) return refusal;
      const facts = await readFacts(tx, campaign);
      const plan = planPublication(await getCampaignTexts(tx, slug), facts, { withReviewed: false, now: tx.now() });
      const blockers = plan.blockers.filter((one) => campaign.status === "draft" || one !== "closed");
      if (blockers.length > 0) return { outcome: "blocked", blockers };

      // What the host has approved was published with its yes; nothing else may come out by itself.
      const texts = mustAsk(actor, campaign) ? 0 : await publishTexts(tx, actor, campaign, plan.texts);
      const isDraft = campaign.status === "draft";
      if (!isDraft && texts === 0) return { outcome: "nothing" };
      if (isDraft) await bringOut(tx, actor, campaign, at);
      const isLater = isDraft && at !== null && at > tx.now();
      await recordAudit(tx, {
        actor: actor.name,
        action: isLater ? "campaign.schedule" : "campaign.publish",
        campaignId: campaign.id,
        partnerId: campaign.partnerId,
        facts: { texts, ...(isLater && { at: at.toISOString() }) },
      });
      if (!isDraft) return { outcome: "texts", count: texts };
      return { outcome: isLater ? "scheduled" : "public" };
    });
  } catch (error) {
    if (error instanceof TextRefused) return { outcome: "refused", why: error.why };
    throw error;
  }
}

function refusalOf(actor: PortalActor, campaign: OwnCampaign): Publication | null {
  if (campaign.status === "archived" || campaign.status === "closed") return { outcome: "archived" };
  if (campaign.partner !== null && campaign.partner.status !== "active") return { outcome: "partnerPaused" };
  // What was approved may come out, sooner or later than planned.
  const isApproved = campaign.status === "draft" && campaign.approvedAt !== null;
  return mustAsk(actor, campaign) && !isApproved ? { outcome: "mustAsk" } : null;
}

async function bringOut(tx: Context, actor: PortalActor, campaign: OwnCampaign, at: Date | null): Promise<void> {
  if (actor.organization.kind === "host" && campaign.needsApproval) {
    await tx.db
      .update(campaigns)
      .set({ approvedAt: tx.now(), approvedBy: actor.name })
      .where(eq(campaigns.id, campaign.id));
  }
  if (at === null || at <= tx.now()) return goPublic(tx, campaign);
  await tx.db.update(campaigns).set({ publishAt: at }).where(eq(campaigns.id, campaign.id));
}

/** Takes back that a campaign becomes public by itself. @throws {DomainError} notAllowed, notFound */
export async function unschedule(ctx: Context, actor: PortalActor, slug: string): Promise<"done" | "nothing"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
    if (campaign.publishAt === null) return "nothing";
    await db.update(campaigns).set({ publishAt: null }).where(eq(campaigns.id, campaign.id));
    await recordAudit(tx, {
      actor: actor.name,
      action: "campaign.unschedule",
      campaignId: campaign.id,
      partnerId: campaign.partnerId,
    });
    return "done";
  });
}
