import { and, eq, gt, inArray, notExists, or, sql } from "drizzle-orm";
import { strikes } from "~db/schema/moderation";
import { isCountable, isMiscounted, signatures } from "~db/schema/signatures";
import type { Context } from "../context";

const OVERDUE_MS = 600_000;
const AT_MOST = 1_000;

/**
 * How many signatures, up to a thousand, should have been counted or let go for ten minutes: the roll-up stands
 * still, or somebody holds on to them. Where staff strike signatures just now, or give them back, their times
 * tell nothing, and their petition is passed over.
 */
export async function countOverdue(ctx: Pick<Context, "db" | "now">): Promise<number> {
  const limit = new Date(ctx.now().getTime() - OVERDUE_MS);
  const changedAt = sql`greatest(${signatures.confirmedAt}, ${signatures.releasedAt}, ${signatures.heldAt}, ${signatures.withdrawnAt})`;
  const beingStruck = ctx.db
    .select({ id: strikes.id })
    .from(strikes)
    .where(
      and(
        eq(strikes.campaignId, signatures.campaignId),
        eq(strikes.petitionId, signatures.petitionId),
        or(inArray(strikes.state, ["queued", "running", "undoing"]), gt(strikes.finishedAt, limit)),
      ),
    );
  const overdue = await ctx.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        isMiscounted(signatures),
        // One that is only at another place than the totals say has no moment of its own.
        sql`${isCountable(signatures)} <> (${signatures.countedAt} is not null)`,
        sql`${changedAt} < ${limit.toISOString()}::timestamptz`,
        notExists(beingStruck),
      ),
    )
    .orderBy(signatures.petitionId)
    .limit(AT_MOST);
  return overdue.length;
}
