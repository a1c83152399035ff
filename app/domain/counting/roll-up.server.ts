import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import type { Context } from "../context";
import { readSwitches } from "../switches/switches-source.server";
import { countBatch } from "./count-batch.server";
import { foldBacklog } from "./fold-backlog.server";

interface RollUpSettings {
  /** Rows in one transaction. */
  batch?: number;
  /** Most transactions in one call. */
  atMost?: number;
}

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
  let rows = 0;
  for (let round = 0; round < atMost; round++) {
    const done = await ctx.db.transaction((db) => rollUpOnce({ ...ctx, db }, batch));
    if (done === null) break;
    rows += done.rows;
    if (done.rows < batch && done.folded < batch) break;
  }
  return rows;
}

/** @returns null while another process does it */
async function rollUpOnce(tx: Context, batch: number): Promise<{ rows: number; folded: number } | null> {
  const [lock] = rowsOf(
    await tx.db.execute(sql`
      select pg_try_advisory_xact_lock(${rollUpLock}) as is_ours,
        -- The planner expects full batches, and for these it would read a small table through, every second.
        set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`),
  );
  return lock?.is_ours === true ? countAndFold(tx, batch) : null;
}

/** One round of {@link rollUp}, in the transaction of `ctx.db`. Safe when several do it at once. */
export async function countAndFold(
  ctx: Pick<Context, "db" | "now">,
  batch: number,
): Promise<{ rows: number; folded: number }> {
  const regionsPaused = (await readSwitches(ctx)).isOn("regions-paused");
  const rows = await countBatch(ctx, { limit: batch, regionsPaused });
  const folded = regionsPaused ? 0 : await foldBacklog(ctx, batch);
  return { rows, folded };
}
