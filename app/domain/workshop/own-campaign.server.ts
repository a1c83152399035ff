import { desc, eq, isNull } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { petitions } from "~db/schema/petitions";
import { authorize } from "../access/authorize";
import type { Permission } from "../access/permissions";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { type CampaignState, campaignState } from "./campaign-state";

type CampaignRow = typeof campaigns.$inferSelect;

/** A campaign as its people work on it. */
export interface OwnCampaign extends CampaignRow {
  petition: { id: string; opensAt: Date; closesAt: Date | null };
  /** Null for the host's own. */
  partner: {
    id: string;
    slug: string;
    name: string;
    status: "active" | "paused" | "closed";
    website: string;
    isSample: boolean;
  } | null;
  /** Whether nothing of it becomes public before the host's yes. */
  needsApproval: boolean;
  /** The newest request to the host. */
  approval: typeof campaignApprovals.$inferSelect | null;
  state: CampaignState;
}

/**
 * A campaign that the actor may work on: of their own organization, or any for the host's people.
 * @throws {DomainError} notAllowed; notFound for another organization's too
 */
export async function getOwnCampaign(
  ctx: Context,
  actor: PortalActor,
  permission: Permission,
  slug: string,
): Promise<OwnCampaign> {
  authorize(actor, permission);
  return read(ctx, actor, permission, slug);
}

/** As {@link getOwnCampaign}, and lets nobody else change it until the transaction of `tx` ends. */
export async function holdOwnCampaign(
  tx: Context,
  actor: PortalActor,
  permission: Permission,
  slug: string,
): Promise<OwnCampaign> {
  authorize(actor, permission);
  // PostgreSQL refuses a text with a NUL, and no slug has one.
  if (!slug.includes("\0")) {
    await tx.db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug)).for("update");
  }
  return read(tx, actor, permission, slug);
}

/** One that is open is newer than any that was decided. */
export const newestRequestFirst = [
  desc(isNull(campaignApprovals.decidedAt)),
  desc(campaignApprovals.requestedAt),
  desc(campaignApprovals.id),
];

async function read(ctx: Context, actor: PortalActor, permission: Permission, slug: string): Promise<OwnCampaign> {
  if (slug.includes("\0")) throw new DomainError("notFound");
  const [row] = await ctx.db
    .select({ campaign: campaigns, petition: petitions, partner: partners })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .where(eq(campaigns.slug, slug));
  if (row === undefined) throw new DomainError("notFound");
  authorize(actor, permission, { partnerId: row.campaign.partnerId });
  const [approval = null] = await ctx.db
    .select()
    .from(campaignApprovals)
    .where(eq(campaignApprovals.campaignId, row.campaign.id))
    .orderBy(...newestRequestFirst)
    .limit(1);
  return toOwnCampaign({ ...row, approval }, ctx.now());
}

interface Row {
  campaign: CampaignRow;
  petition: typeof petitions.$inferSelect;
  partner: typeof partners.$inferSelect | null;
  approval: typeof campaignApprovals.$inferSelect | null;
}

/** Puts together what was read of a campaign. */
export function toOwnCampaign({ campaign, petition, partner, approval }: Row, now: Date): OwnCampaign {
  const { opensAt, closesAt } = petition;
  const needsApproval = partner?.needsApproval ?? false;
  return {
    ...campaign,
    petition: { id: petition.id, opensAt, closesAt },
    partner: partner && {
      id: partner.id,
      slug: partner.slug,
      name: partner.name,
      status: partner.status,
      website: partner.website,
      isSample: partner.isSample,
    },
    needsApproval,
    approval,
    state: campaignState({ ...campaign, opensAt, closesAt, needsApproval, approval }, now),
  };
}

/** Whether what the actor does to a campaign must wait for the host's yes before the public sees it. */
export function mustAsk(
  actor: Pick<PortalActor, "organization">,
  campaign: Pick<OwnCampaign, "needsApproval">,
): boolean {
  return actor.organization.kind === "partner" && campaign.needsApproval;
}
