import { and, inArray, isNotNull, min, sql } from "drizzle-orm";
import { strikes } from "~db/schema/moderation";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { listCountedCampaigns } from "../numbers/campaigns-of.server";
import { patience } from "../signatures/in-batches";
import type { ModeratedPetition } from "./signature-criteria.server";

/** A campaign whose signatures the host's people look after. */
export interface ModeratedCampaign extends ModeratedPetition {
  slug: string;
  /** In the reader's language where there is a text, else in `nameLocale`. */
  name: string;
  nameLocale: string | null;
  /** Null for the host's own. */
  partnerName: string | null;
}

export interface HeldInCampaign extends ModeratedCampaign {
  /** Held ones, by what their signers did. */
  pending: number;
  confirmed: number;
  oldestHeldAt: Date | null;
  /** Strikes that are under way. */
  strikes: number;
}

/** Every campaign, with what waits in it; those with the most first. @throws {DomainError} notAllowed */
export async function listModeratedCampaigns(
  ctx: Context,
  actor: PortalActor,
  locale: string,
): Promise<HeldInCampaign[]> {
  authorize(actor, "moderation.read");
  const campaigns = await readCampaigns(ctx, actor, locale);
  const held = await countHeld(ctx);
  const running = await countStrikes(ctx);
  return campaigns
    .map((campaign) => {
      const of = held.get(campaign.campaignId);
      return {
        ...campaign,
        pending: of?.pending ?? 0,
        confirmed: of?.confirmed ?? 0,
        oldestHeldAt: of?.oldestHeldAt ?? null,
        strikes: running.get(campaign.campaignId) ?? 0,
      };
    })
    .toSorted((a, b) => b.pending + b.confirmed - (a.pending + a.confirmed));
}

/**
 * The campaign of an address in the portal.
 * @throws {DomainError} notAllowed, notFound
 */
export async function getModeratedCampaign(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<ModeratedCampaign> {
  authorize(actor, "moderation.read");
  const found = (await readCampaigns(ctx, actor, locale)).find((campaign) => campaign.slug === slug);
  if (found === undefined) throw new DomainError("notFound");
  return found;
}

async function readCampaigns(ctx: Context, actor: PortalActor, locale: string): Promise<ModeratedCampaign[]> {
  const named = await listCountedCampaigns(ctx, actor, locale);
  const rows = await ctx.db.select({ id: petitions.id, campaignId: petitions.campaignId }).from(petitions);
  const petitionOf = new Map(rows.map(({ id, campaignId }) => [campaignId, id]));
  return named.flatMap(({ id, slug, name, nameLocale, partner }) => {
    const petitionId = petitionOf.get(id);
    if (petitionId === undefined) return [];
    return [{ campaignId: id, petitionId, slug, name, nameLocale, partnerName: partner?.name ?? null }];
  });
}

/** How many signatures wait for the host's people, over all campaigns. @throws {DomainError} notAllowed */
export async function countHeldSignatures(ctx: Context, actor: PortalActor): Promise<number> {
  authorize(actor, "moderation.read");
  return [...(await countHeld(ctx)).values()].reduce((so, { pending, confirmed }) => so + pending + confirmed, 0);
}

async function countHeld(ctx: Pick<Context, "db">) {
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const rows = await db
      .select({
        campaignId: signatures.campaignId,
        pending: sql<number>`count(*) filter (where ${signatures.state} = 'pending')`.mapWith(Number),
        confirmed: sql<number>`count(*) filter (where ${signatures.state} = 'confirmed')`.mapWith(Number),
        oldestHeldAt: min(signatures.heldAt),
      })
      .from(signatures)
      .where(and(isNotNull(signatures.heldAt), inArray(signatures.state, ["pending", "confirmed"])))
      .groupBy(signatures.campaignId);
    return new Map(rows.map(({ campaignId, ...held }) => [campaignId, held]));
  });
}

async function countStrikes(ctx: Pick<Context, "db">): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ campaignId: strikes.campaignId, number: sql<number>`count(*)`.mapWith(Number) })
    .from(strikes)
    .where(inArray(strikes.state, ["queued", "running", "undoing"]))
    .groupBy(strikes.campaignId);
  return new Map(rows.map(({ campaignId, number }) => [campaignId, number]));
}
