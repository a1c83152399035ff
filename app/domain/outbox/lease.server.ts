import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { outbox } from "~db/schema/outbox";
import type { Context } from "../context";

export type OutboxJob = typeof outbox.$inferSelect;

/**
 * Takes up to `limit` due jobs for `leaseMs`. Rows that another worker is taking are skipped, not awaited; a
 * job whose worker died is free again when its lease has run out.
 */
export async function leaseJobs(ctx: Context, limit: number, leaseMs: number): Promise<OutboxJob[]> {
  const now = ctx.now();
  const due = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        isNull(outbox.doneAt),
        isNull(outbox.deadAt),
        lte(outbox.runAt, now),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.runAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return ctx.db
    .update(outbox)
    .set({ leasedUntil: new Date(now.getTime() + leaseMs), attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.id, due))
    .returning();
}

/**
 * Takes the row of a job for the transaction of `ctx.db` and reads what was kept with it. A worker whose lease ran
 * out meets here what another one did since.
 * @returns null once the job is over
 */
export async function lockJob(ctx: Context, id: string): Promise<{ stateSealed: string | null } | null> {
  const [row] = await ctx.db
    .select({ stateSealed: outbox.stateSealed })
    .from(outbox)
    .where(isOpenJob(id))
    .for("update");
  return row ?? null;
}

/** Neither done nor given up. */
function isOpenJob(id: string) {
  return and(eq(outbox.id, id), isNull(outbox.doneAt), isNull(outbox.deadAt));
}

/** Ends a job that is done. What a retry would have needed is forgotten. */
export async function finishJob(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ doneAt: ctx.now(), leasedUntil: null, stateSealed: null, lastError: null, payload: {} })
    .where(eq(outbox.id, id));
}

/** Puts a job back until `runAt`. `reason` holds no personal datum. */
export async function postponeJob(ctx: Context, id: string, runAt: Date, reason: string): Promise<void> {
  await ctx.db.update(outbox).set({ runAt, leasedUntil: null, lastError: reason }).where(isOpenJob(id));
}

/** Gives a job up; it stays in sight of staff. */
export async function buryJob(ctx: Context, id: string, reason: string): Promise<void> {
  await ctx.db.update(outbox).set({ deadAt: ctx.now(), leasedUntil: null, lastError: reason }).where(isOpenJob(id));
}

/** Gives leased jobs back at once, for a worker that stops. They were not tried. */
export async function returnJobs(ctx: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(outbox)
    .set({ leasedUntil: null, attempts: sql`greatest(${outbox.attempts} - 1, 0)` })
    .where(inArray(outbox.id, ids));
}

/** Keeps, sealed, what a retry must repeat byte for byte. */
export async function keepJobState(ctx: Context, id: string, stateSealed: string): Promise<void> {
  await ctx.db.update(outbox).set({ stateSealed }).where(eq(outbox.id, id));
}
