import { and, eq, isNull } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { isPublic } from "./campaign-state";
import { indexCampaign } from "./go-public.server";
import { holdOwnCampaign, type OwnCampaign } from "./own-campaign.server";

export const stateChanges = ["pause", "resume", "close", "archive", "restore", "takeDown"] as const;

/**
 * - `pause`, `resume`: signing stands still, and goes on.
 * - `close`: signing ends now.
 * - `archive`: out of the lists and closed; what was public stays readable at its address. `restore`: back again.
 * - `takeDown`: off the site, as a draft; where the host has to say yes, it has to say so anew.
 */
export type StateChange = (typeof stateChanges)[number];

/** `nothing`: it is so already, or cannot be. `needed`: the site cannot be without this campaign. */
export type StateChangeOutcome = "done" | "nothing" | "needed" | "partnerPaused";

/** Takes the page away from everybody who has its address. */
const graveChanges: readonly StateChange[] = ["takeDown"];

/** Changes where a campaign is. @throws {DomainError} notAllowed, notFound; proofNeeded for what is grave */
export async function changeState(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  change: StateChange,
): Promise<StateChangeOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
    if (graveChanges.includes(change)) requireProof(ctx, actor);
    const outcome = await changes[change](tx, actor, campaign);
    if (outcome !== "done") return outcome;
    await recordAudit(tx, {
      actor: actor.name,
      action: `campaign.${change.replace("takeDown", "take-down")}`,
      campaignId: campaign.id,
      partnerId: campaign.partnerId,
    });
    return outcome;
  });
}

type Change = (tx: Context, actor: PortalActor, campaign: OwnCampaign) => Promise<StateChangeOutcome>;

const changes: Record<StateChange, Change> = {
  async pause(tx, _actor, campaign) {
    if (campaign.state !== "open" && campaign.state !== "notYetOpen") return "nothing";
    await set(tx, campaign, { pausedAt: tx.now() });
    return "done";
  },
  async resume(tx, _actor, campaign) {
    if (campaign.pausedAt === null) return "nothing";
    if (campaign.partner !== null && campaign.partner.status !== "active") return "partnerPaused";
    await set(tx, campaign, { pausedAt: null });
    return "done";
  },
  async close(tx, _actor, campaign) {
    if (!isPublic(campaign.state) || campaign.state === "over") return "nothing";
    await closeNow(tx, campaign);
    await set(tx, campaign, { pausedAt: null });
    return "done";
  },
  async archive(tx, actor, campaign) {
    if (campaign.state === "archived") return "nothing";
    if (campaign.isFlagship) return "needed";
    const publicSince = campaign.status === "published" ? (campaign.publicSince ?? campaign.publishedAt) : null;
    if (publicSince !== null) await closeNow(tx, campaign);
    await set(tx, campaign, {
      status: "archived",
      publishAt: null,
      publicSince: campaign.publicSince ?? publicSince,
    });
    await withdrawRequest(tx, actor, campaign);
    await indexCampaign(tx, campaign);
    return "done";
  },
  async restore(tx, _actor, campaign) {
    if (campaign.state !== "archived") return "nothing";
    await set(tx, campaign, { status: campaign.publicSince === null ? "draft" : "published" });
    await indexCampaign(tx, campaign);
    return "done";
  },
  async takeDown(tx, _actor, campaign) {
    if (campaign.status !== "published" && campaign.publicSince === null) return "nothing";
    if (campaign.status === "draft") return "nothing";
    if (campaign.isFlagship) return "needed";
    await set(tx, campaign, {
      status: "draft",
      publicSince: null,
      publishAt: null,
      approvedAt: null,
      approvedBy: null,
    });
    await indexCampaign(tx, campaign);
    return "done";
  },
};

async function set(
  { db }: Context,
  { id }: OwnCampaign,
  values: Partial<typeof campaigns.$inferInsert>,
): Promise<void> {
  await db.update(campaigns).set(values).where(eq(campaigns.id, id));
}

async function closeNow({ db, now }: Context, { id, petition }: OwnCampaign): Promise<void> {
  if (petition.closesAt !== null && petition.closesAt <= now()) return;
  await db.update(petitions).set({ closesAt: now() }).where(eq(petitions.campaignId, id));
}

/** What waits for the host waits no more. */
async function withdrawRequest({ db, now }: Context, actor: PortalActor, { id }: OwnCampaign): Promise<void> {
  await db
    .update(campaignApprovals)
    .set({ decision: "withdrawn", decidedBy: actor.name, decidedAt: now() })
    .where(and(eq(campaignApprovals.campaignId, id), isNull(campaignApprovals.decidedAt)));
}
