import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import type { Context } from "../context";
import { readSwitches } from "../switches/switches-source.server";
import { countBatch } from "./count-batch.server";
import { foldBacklog } from "./fold-backlog.server";
import { foldSigned } from "./fold-signed.server";

interface RollUpSettings {
  /** Rows in one transaction. */
  batch?: number;
  /** Most transactions in one call. */
  atMost?: number;
}

/**
 * Mostly a few are to be counted, or none. The planner goes by the limit, and for more rows than this it would rather
 * read a small table through, every second.
 */
const FIRST_BATCH = 100;

/** Held by whoever writes totals, until the end of the transaction. Spares work; the counting is exact without it. */
export const rollUpLock = sql`hashtextextended('privacy-for-all:roll-up', 0)`;

/**
 * Brings the totals up to date with the signatures, batch by batch, each in a transaction of its own. Rows are
 * stamped when they are counted, so it does not matter when they were confirmed or in which order they became
 * visible: each is counted once, and subtracted once, where it was added. Ends when nothing is left, when
 * another process is at it, or after `atMost` batches.
 * @returns how many signatures were stamped
 */
export async function rollUp(ctx: Context, settings: RollUpSettings = {}): Promise<number> {
  const { batch = 2_000, atMost = 50 } = settings;
  const count = (limit: number) => inTurn(ctx, (tx) => countSome(tx, limit));
  const fold = (limit: number) => inTurn(ctx, (tx) => foldSome(tx, limit));
  const signed = (limit: number) => inTurn(ctx, (tx) => foldSigned(tx, limit));
  const counted = await untilLittleIsLeft(count, batch, atMost);
  if (!counted.isOurTurn) return counted.rows;
  await untilLittleIsLeft(fold, batch, atMost);
  await untilLittleIsLeft(signed, batch, atMost);
  return counted.rows;
}

async function untilLittleIsLeft(take: (limit: number) => Promise<number | null>, batch: number, atMost: number) {
  let rows = 0;
  for (let round = 0; round < atMost; round++) {
    const limit = round === 0 ? Math.min(batch, FIRST_BATCH) : batch;
    const taken = await take(limit);
    if (taken === null) return { rows, isOurTurn: false };
    rows += taken;
    if (taken < limit) break;
  }
  return { rows, isOurTurn: true };
}

/** Runs `work` in a transaction. @returns null where another process is at it, and nothing was done */
function inTurn(ctx: Context, work: (tx: Context) => Promise<number>): Promise<number | null> {
  return ctx.db.transaction(async (db) => {
    const [lock] = rowsOf(await db.execute(sql`select pg_try_advisory_xact_lock(${rollUpLock}) as is_ours`));
    return lock?.is_ours === true ? work({ ...ctx, db }) : null;
  });
}

/** Stamps and counts up to `limit` signatures, in one transaction. Safe when several do it at once. */
export async function countSome(ctx: Pick<Context, "db" | "now">, limit: number): Promise<number> {
  return countBatch(ctx, { limit, regionsPaused: await areRegionsPaused(ctx) });
}

/**
 * Adds up to `limit` rows of the backlog to the regions, unless they are paused. In a transaction of its own: together
 * with {@link countSome} it would take rows in another order than the next process does, and they might wait for each
 * other for ever.
 */
export async function foldSome(ctx: Pick<Context, "db">, limit: number): Promise<number> {
  return (await areRegionsPaused(ctx)) ? 0 : foldBacklog(ctx, limit);
}

async function areRegionsPaused(ctx: Pick<Context, "db">): Promise<boolean> {
  return (await readSwitches(ctx)).isOn("regions-paused");
}
