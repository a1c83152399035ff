import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { petitionDeliveries } from "~db/schema/petition-deliveries";
import type { Context } from "../context";
import { beginAnew, forgetContents } from "./make-delivery.server";
import { DELIVERY_FILE_DAYS } from "./retention";

/**
 * Ends the deliveries of a campaign that show somebody who is not to be shown any more: a name or comment was taken back, a
 * signature withdrawn, struck, held or deleted, an endorsement removed or hidden. What is ready loses its files; what is being made
 * begins anew without them.
 */
export async function endOutdatedDeliveries(ctx: Context, campaignId: string): Promise<void> {
  const outdated = rowsOf(
    await ctx.db.execute(sql`
      select d.id from petition_deliveries d
      where d.campaign_id = ${campaignId} and d.state in ('making', 'ready') and (
        exists (
          select 1 from petition_delivery_people p
          left join public_signatures s on s.campaign_id = p.campaign_id and s.signature_id = p.signature_id
          left join signatures g on g.campaign_id = p.campaign_id and g.id = p.signature_id
          where p.delivery_id = d.id and (
            s.signature_id is null or g.id is null or g.state <> 'confirmed' or g.held_at is not null
            or (p.shows_name and not s.shows_name) or (p.shows_comment and s.comment_state <> 'approved'))
        ) or exists (
          select 1 from jsonb_array_elements_text(d.facts -> 'endorsements') as shown(id)
          where not exists (
            select 1 from public_endorsements e where e.campaign_id = d.campaign_id and e.id = shown.id::uuid)
        ))`),
  );
  for (const { id } of outdated) await ctx.db.transaction((db) => endOrBeginAnew({ ...ctx, db }, String(id)));
}

async function endOrBeginAnew(tx: Context, id: string): Promise<void> {
  const [held] = await tx.db.select().from(petitionDeliveries).where(eq(petitionDeliveries.id, id)).for("update");
  if (held?.state === "making") await beginAnew(tx, held);
  else if (held?.state === "ready") await endDelivery(tx, id, "takenBack");
}

/** Deletes the files of a delivery; what it counted, and its checksum, stay. @param tx holds the delivery's row */
export async function endDelivery(
  tx: Context,
  id: string,
  reason: NonNullable<(typeof petitionDeliveries.$inferSelect)["endReason"]>,
): Promise<void> {
  await forgetContents(tx, id);
  await tx.db
    .update(petitionDeliveries)
    .set({ state: "ended", endReason: reason, endedAt: tx.now() })
    .where(eq(petitionDeliveries.id, id));
}

/** Ends deliveries whose time is over, and looks once more at all others: what was deleted elsewhere tells nobody. */
export async function endDeliveries(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - DELIVERY_FILE_DAYS * 86_400_000);
  const old = await ctx.db
    .select({ id: petitionDeliveries.id })
    .from(petitionDeliveries)
    .where(and(eq(petitionDeliveries.state, "ready"), lt(petitionDeliveries.readyAt, before)));
  for (const { id } of old) await ctx.db.transaction((db) => endTooOld({ ...ctx, db }, id));
  const open = await ctx.db
    .selectDistinct({ campaignId: petitionDeliveries.campaignId })
    .from(petitionDeliveries)
    .where(inArray(petitionDeliveries.state, ["making", "ready"]));
  for (const { campaignId } of open) await endOutdatedDeliveries(ctx, campaignId);
}

async function endTooOld(tx: Context, id: string): Promise<void> {
  const [held] = await tx.db.select().from(petitionDeliveries).where(eq(petitionDeliveries.id, id)).for("update");
  if (held?.state === "ready") await endDelivery(tx, id, "tooOld");
}
