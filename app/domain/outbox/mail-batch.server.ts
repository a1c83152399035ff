import { inArray, sql } from "drizzle-orm";
import { outbox } from "~db/schema/outbox";
import type { Context } from "../context";
import { MAIL_BATCH } from "./jobs";
import { finishJob, finishJobs, type OutboxJob } from "./lease.server";

/**
 * Takes the rows of jobs for the transaction of `ctx.db`: those that are still held under the lease and whose mail
 * nobody has written. What another worker is busy with is left out.
 */
export async function lockUnwritten(ctx: Context, held: readonly OutboxJob[]): Promise<OutboxJob[]> {
  if (held.length === 0) return [];
  const leases = new Map(held.map(({ id, leasedUntil }) => [id, leasedUntil?.getTime()]));
  const rows = await ctx.db
    .select()
    .from(outbox)
    .where(inArray(outbox.id, [...leases.keys()]))
    .orderBy(outbox.id)
    .for("update", { skipLocked: true });
  return rows.filter(
    ({ id, stateSealed, doneAt, deadAt, leasedUntil }) =>
      stateSealed === null && doneAt === null && deadAt === null && leases.get(id) === leasedUntil?.getTime(),
  );
}

/** What becomes one job: the sealed mails of other jobs, which are over with it. */
interface Fold {
  memberIds: readonly string[];
  mails: number;
  priority: number;
  stateSealed: string;
  leasedUntil: Date;
}

/** Puts the mails of several jobs into one, which is held by the worker that asks, and ends those jobs. */
export async function foldJobs(ctx: Context, { memberIds, mails, ...batch }: Fold): Promise<OutboxJob> {
  const [job] = await ctx.db
    .insert(outbox)
    .values({
      ...batch,
      id: ctx.newId(),
      name: MAIL_BATCH,
      payload: { mails },
      runAt: ctx.now(),
      createdAt: ctx.now(),
      attempts: 1,
    })
    .returning();
  if (!job) throw new Error("The batch was not recorded.");
  await finishJobs(ctx, memberIds);
  return job;
}

/** A part of a batch: a smaller batch under an id of its own, or one mail under the id that its job had before. */
export interface BatchPart {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  priority: number;
  stateSealed: string;
}

/** Puts jobs in the place of a batch of which nothing was sent. Each keeps its mails as they were written. */
export async function splitBatch(ctx: Context, batchId: string, parts: readonly BatchPart[]): Promise<void> {
  await finishJob(ctx, batchId);
  const now = ctx.now();
  await ctx.db
    .insert(outbox)
    .values(parts.map((part) => ({ ...part, runAt: now, createdAt: now })))
    // The job of a single mail is still there, as done; only after a week it is deleted.
    .onConflictDoUpdate({
      target: outbox.id,
      set: {
        payload: sql`excluded.payload`,
        stateSealed: sql`excluded.state_sealed`,
        runAt: now,
        attempts: 0,
        doneAt: null,
        leasedUntil: null,
      },
    });
}
