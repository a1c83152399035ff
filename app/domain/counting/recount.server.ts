import { lt, max, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { recounts } from "~db/schema/totals";
import type { Context } from "../context";
import { allowLongStatements, type Comparison, compareCounts } from "./compare-counts.server";
import { isRecountDue } from "./recount-due";

const DAY_MS = 86_400_000;
const KEPT_DAYS = 90;

/** Compares the totals with the signatures they were made from, and writes down what it found for each petition. */
export function recount(ctx: Context): Promise<Comparison[]> {
  return ctx.db.transaction(async (db) => {
    await allowLongStatements({ db });
    const found = await compareCounts({ db });
    const at = ctx.now();
    const rows = found.map(({ misplaced, numbers, ...counts }) => ({ id: ctx.newId(), at, ...counts }));
    if (rows.length > 0) await db.insert(recounts).values(rows);
    await db.delete(recounts).where(lt(recounts.at, new Date(at.getTime() - KEPT_DAYS * DAY_MS)));
    return found;
  });
}

/**
 * The nightly {@link recount}. Any number of processes may ask at any time: one does it, once a night.
 * @returns null when it is not due, or another process is at it
 */
export function recountWhenDue(ctx: Context): Promise<Comparison[] | null> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [lock] = rowsOf(
      await db.execute(
        sql`select pg_try_advisory_xact_lock(hashtextextended('privacy-for-all:recount', 0)) as is_ours`,
      ),
    );
    if (lock?.is_ours !== true) return null;
    const [last] = await db.select({ at: max(recounts.at) }).from(recounts);
    return isRecountDue(last?.at ?? null, ctx.now()) ? recount(tx) : null;
  });
}
