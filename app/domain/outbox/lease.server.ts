import { and, asc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { outbox } from "~db/schema/outbox";
import type { Context } from "../context";
import { FIRST_MAIL_PRIORITY } from "./jobs";

export type OutboxJob = typeof outbox.$inferSelect;

/** Mail, or all other work; a worker takes them apart, so that neither waits for the other. */
export type Lane = "mail" | "other";

/** What tells a lease from a later one of the same job. */
export type Held = Pick<OutboxJob, "id" | "leasedUntil">;

/**
 * Takes up to `limit` due jobs for `leaseMs`, the most urgent first. Rows that another worker is taking are
 * skipped, not awaited; a job whose worker died is free again when its lease has run out.
 */
export async function leaseJobs(ctx: Context, limit: number, leaseMs: number, lane?: Lane): Promise<OutboxJob[]> {
  const now = ctx.now();
  const due = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        isOpen,
        lte(outbox.runAt, now),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
        lane === "mail" ? gte(outbox.priority, FIRST_MAIL_PRIORITY) : undefined,
        lane === "other" ? lt(outbox.priority, FIRST_MAIL_PRIORITY) : undefined,
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.runAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  const leased = await ctx.db
    .update(outbox)
    .set({ leasedUntil: new Date(now.getTime() + leaseMs), attempts: sql`${outbox.attempts} + 1` })
    // An array is made once; a plain sub-query may be run again for each row, and then takes more than the limit.
    .where(sql`${outbox.id} = any(array(${due}))`)
    .returning();
  return leased.sort(
    (a, b) => a.priority - b.priority || a.runAt.getTime() - b.runAt.getTime() || (a.id < b.id ? -1 : 1),
  );
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
    .where(and(eq(outbox.id, id), isOpen))
    .for("update");
  return row ?? null;
}

/** Neither done nor given up. */
const isOpen: SQL | undefined = and(isNull(outbox.doneAt), isNull(outbox.deadAt));

/** What a job that is done keeps: nothing of what it was about. */
const nothingKept = { leasedUntil: null, stateSealed: null, lastError: null, payload: {}, deadAt: null };

/** Ends jobs that are done. What a retry would have needed is forgotten. */
export async function finishJobs(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(outbox)
    .set({ ...nothingKept, doneAt: ctx.now() })
    .where(inArray(outbox.id, [...ids]));
}

export function finishJob(ctx: Context, id: string): Promise<void> {
  return finishJobs(ctx, [id]);
}

/** Puts a job back until `runAt`. `reason` holds no personal datum. */
export async function postponeJob(ctx: Context, id: string, runAt: Date, reason: string): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ runAt, leasedUntil: null, lastError: reason })
    .where(and(eq(outbox.id, id), isOpen));
}

/** Puts a job back until `runAt` as if it had not been tried: what kept it back was no fault of its own. */
export async function excuseJob(ctx: Context, id: string, runAt: Date, reason: string | null): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ runAt, leasedUntil: null, lastError: reason, attempts: oneAttemptLess })
    .where(and(eq(outbox.id, id), isOpen));
}

/** Puts a job back as due at once, with its attempts forgotten, because it did a part of its work. */
export async function putBackJob(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ runAt: ctx.now(), leasedUntil: null, lastError: null, attempts: 0 })
    .where(and(eq(outbox.id, id), isOpen));
}

/** Gives a job up; it stays in sight of staff. */
export async function buryJob(ctx: Context, id: string, reason: string): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ deadAt: ctx.now(), leasedUntil: null, lastError: reason })
    .where(and(eq(outbox.id, id), isOpen));
}

const oneAttemptLess = sql`greatest(${outbox.attempts} - 1, 0)`;

/** Gives leased jobs back at once, for a worker that stops. They were not tried. Leases that ran out are left alone. */
export async function returnJobs(ctx: Context, held: readonly Held[]): Promise<void> {
  await giveBack(ctx, held, { attempts: oneAttemptLess });
}

/** Gives a job back at once that was tried, with an outcome that nobody knows. */
export async function returnTriedJob(ctx: Context, held: Held, reason: string): Promise<void> {
  await giveBack(ctx, [held], { lastError: reason });
}

async function giveBack(ctx: Context, held: readonly Held[], change: { attempts?: SQL; lastError?: string }) {
  if (held.length === 0) return;
  await ctx.db
    .update(outbox)
    .set({ ...change, leasedUntil: null })
    .where(and(or(...held.map(isHeld)), isOpen));
}

/** Holds a job for longer. @returns false when the lease has run out and was taken by another worker */
export async function renewLease(ctx: Context, held: Held, leasedUntil: Date): Promise<boolean> {
  const renewed = await ctx.db
    .update(outbox)
    .set({ leasedUntil })
    .where(and(isHeld(held), isOpen))
    .returning({ id: outbox.id });
  return renewed.length > 0;
}

function isHeld({ id, leasedUntil }: Held): SQL | undefined {
  return leasedUntil === null ? sql`false` : and(eq(outbox.id, id), eq(outbox.leasedUntil, leasedUntil));
}

/** Keeps, sealed, what a retry must repeat byte for byte. */
export async function keepJobState(ctx: Context, id: string, stateSealed: string): Promise<void> {
  await ctx.db.update(outbox).set({ stateSealed }).where(eq(outbox.id, id));
}
