import { and, eq, inArray, isNotNull, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import { NETWORK_HASH_DAYS } from "../abuse/limits";
import type { Context } from "../context";
import { BATCH_ROWS, inBatches } from "../signatures/in-batches";
import { DELIVERED_DAYS, DUPLICATE_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/**
 * Wipes what nobody confirmed in time, and what was handed over and has been kept for long enough. Safe to run at any time
 * and by several processes. What remains says which office was written to in which campaign, by nobody's name.
 */
export async function forgetDeliveries(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await expireUnconfirmed(ctx);
  await wipe(ctx, lt(deliveries.endedAt, before(DELIVERED_DAYS)));
  await ctx.db
    .update(deliveryRequests)
    .set({ networkHash: null })
    .where(and(isNotNull(deliveryRequests.networkHash), lt(deliveryRequests.askedAt, before(NETWORK_HASH_DAYS))));
  await deleteRequests(
    ctx,
    and(isNull(deliveryRequests.confirmedAt), lt(deliveryRequests.expiresAt, before(DELIVERED_DAYS))),
  );
  await deleteRequests(ctx, lt(deliveryRequests.confirmedAt, before(DUPLICATE_DAYS)));
}

const ofRequest = and(
  eq(deliveries.campaignId, deliveryRequests.campaignId),
  eq(deliveries.requestId, deliveryRequests.id),
);

function expireUnconfirmed(ctx: Context): Promise<number> {
  return inBatches(() =>
    ctx.db.transaction(async (db) => {
      const over = await takeRequests({ ...ctx, db }, and(isNull(deliveryRequests.confirmedAt), isKept(ctx)));
      if (over.length === 0) return { found: 0, done: 0 };
      const ids = over.map(({ id }) => id);
      await db
        .update(deliveries)
        .set({ state: "expired", messageSealed: null, endedAt: ctx.now() })
        .where(and(inArray(deliveries.requestId, ids), eq(deliveries.state, "prepared")));
      await db.update(deliveryRequests).set({ constituentSealed: null }).where(inArray(deliveryRequests.id, ids));
      return { found: over.length, done: over.length };
    }),
  );
}

const isKept = (ctx: Context) =>
  and(isNotNull(deliveryRequests.constituentSealed), lt(deliveryRequests.expiresAt, ctx.now()));

function takeRequests(tx: Context, which: SQL | undefined) {
  return tx.db
    .select({ id: deliveryRequests.id })
    .from(deliveryRequests)
    .where(which)
    .limit(BATCH_ROWS)
    .for("update", { skipLocked: true });
}

/** Wipes messages that ended, and the person behind them once none of a request's is under way or kept. */
async function wipe(ctx: Context, hasEnded: SQL): Promise<void> {
  await inBatches(async () => {
    const rows = ctx.db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(isNotNull(deliveries.messageSealed), isNotNull(deliveries.endedAt), hasEnded))
      .limit(BATCH_ROWS)
      .for("update", { skipLocked: true });
    const done = await ctx.db
      .update(deliveries)
      .set({ messageSealed: null })
      .where(inArray(deliveries.id, rows))
      .returning({ id: deliveries.id });
    return { found: done.length, done: done.length };
  });
  const kept = ctx.db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(ofRequest, or(isNull(deliveries.endedAt), isNotNull(deliveries.messageSealed))));
  await ctx.db
    .update(deliveryRequests)
    .set({ constituentSealed: null })
    .where(
      and(isNotNull(deliveryRequests.constituentSealed), isNotNull(deliveryRequests.confirmedAt), notExists(kept)),
    );
}

/** Requests that were wiped, say nothing of anybody, and serve nobody any more. */
function deleteRequests(ctx: Context, which: SQL | undefined): Promise<number> {
  return inBatches(() =>
    ctx.db.transaction(async (db) => {
      const over = await takeRequests({ ...ctx, db }, and(isNull(deliveryRequests.constituentSealed), which));
      if (over.length === 0) return { found: 0, done: 0 };
      const ids = over.map(({ id }) => id);
      await db.delete(deliveries).where(inArray(deliveries.requestId, ids));
      await db.delete(deliveryRequests).where(inArray(deliveryRequests.id, ids));
      return { found: over.length, done: over.length };
    }),
  );
}
