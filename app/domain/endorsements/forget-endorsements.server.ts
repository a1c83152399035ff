import { and, eq, exists, lt, or, type SQL, sql } from "drizzle-orm";
import { endorsementLinks, endorsements } from "~db/schema/endorsements";
import { petitions } from "~db/schema/petitions";
import type { Context } from "../context";
import { BATCH_ROWS, inBatches } from "../signatures/in-batches";
import {
  AFTER_CLOSING_DAYS,
  EXPIRED_LINK_DAYS,
  REJECTED_ENDORSEMENT_DAYS,
  REMOVED_ENDORSEMENT_DAYS,
  UNCONFIRMED_ENDORSEMENT_DAYS,
} from "./retention";

/** Deletes endorsements whose time is over, with what readers saw of them, and links that lead nowhere. */
export async function forgetEndorsements(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000);
  const closed = ctx.db
    .select({ id: petitions.id })
    .from(petitions)
    .where(and(eq(petitions.campaignId, endorsements.campaignId), lt(petitions.closesAt, before(AFTER_CLOSING_DAYS))));
  const isOver = or(
    and(eq(endorsements.state, "pending"), lt(endorsements.sentAt, before(UNCONFIRMED_ENDORSEMENT_DAYS))),
    and(eq(endorsements.state, "removed"), lt(endorsements.removedAt, before(REMOVED_ENDORSEMENT_DAYS))),
    and(eq(endorsements.state, "rejected"), lt(endorsements.decidedAt, before(REJECTED_ENDORSEMENT_DAYS))),
    exists(closed),
  );
  await inBatches(() => deleteSome(ctx, isOver));
  // Until then an old link says that it has expired, and where to get a new one.
  await ctx.db.delete(endorsementLinks).where(lt(endorsementLinks.expiresAt, before(EXPIRED_LINK_DAYS)));
}

async function deleteSome(ctx: Context, which: SQL | undefined): Promise<{ found: number; done: number }> {
  const rows = ctx.db
    .select({ campaignId: endorsements.campaignId, id: endorsements.id })
    .from(endorsements)
    .where(which)
    .limit(BATCH_ROWS)
    .for("update", { skipLocked: true });
  const done = await ctx.db
    .delete(endorsements)
    .where(sql`(${endorsements.campaignId}, ${endorsements.id}) in ${rows}`)
    .returning({ id: endorsements.id });
  return { found: done.length, done: done.length };
}
