import { and, asc, count, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { outbox } from "~db/schema/outbox";
import type { Context } from "../context";
import { MAIL_BATCH, mailBatchPayload } from "./jobs";

/** A job as staff see it: nothing of what it is about. */
export interface ListedJob {
  id: string;
  name: string;
  /** How many mails a batch holds; 1 for every other job. */
  works: number;
  attempts: number;
  /** Why it was put off or given up: a kind of error, never a personal datum. */
  reason: string | null;
  createdAt: Date;
}

export interface DeadJob extends ListedJob {
  deadAt: Date;
  /** What it was about was deleted after its time; it can't be tried again. */
  isForgotten: boolean;
}

export interface WaitingJob extends ListedJob {
  runAt: Date;
  /** A worker has it now. */
  isLeased: boolean;
}

interface Which {
  name?: string | undefined;
  /** At most so many; 100 unless told. */
  limit?: number;
  /** So many are passed over. */
  offset?: number;
}

/** Nothing is left of what a dead job was about; see `forgetWhatIsOver`. */
export const isForgotten = sql<boolean>`(${outbox.payload} = '{}'::jsonb)`;

const listed = {
  id: outbox.id,
  name: outbox.name,
  payload: outbox.payload,
  attempts: outbox.attempts,
  reason: outbox.lastError,
  createdAt: outbox.createdAt,
};

/** Jobs that were given up, the newest first. */
export async function listDeadJobs(
  ctx: Pick<Context, "db">,
  { name, limit = 100, offset = 0 }: Which = {},
): Promise<DeadJob[]> {
  const rows = await ctx.db
    .select({ ...listed, deadAt: sql<Date>`${outbox.deadAt}`.mapWith(outbox.deadAt), isForgotten })
    .from(outbox)
    .where(and(isNotNull(outbox.deadAt), name === undefined ? undefined : eq(outbox.name, name)))
    .orderBy(desc(outbox.deadAt), desc(outbox.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ payload, ...job }) => ({ ...job, works: worksOf(job.name, payload) }));
}

/** Jobs that are due or put off, in the order in which they come. */
export async function listWaitingJobs(
  ctx: Pick<Context, "db" | "now">,
  { name, limit = 100 }: Which = {},
): Promise<WaitingJob[]> {
  const rows = await ctx.db
    .select({ ...listed, runAt: outbox.runAt, leasedUntil: outbox.leasedUntil })
    .from(outbox)
    .where(and(isNull(outbox.doneAt), isNull(outbox.deadAt), name === undefined ? undefined : eq(outbox.name, name)))
    .orderBy(asc(outbox.priority), asc(outbox.runAt), asc(outbox.id))
    .limit(limit);
  const now = ctx.now();
  return rows.map(({ payload, leasedUntil, ...job }) => ({
    ...job,
    works: worksOf(job.name, payload),
    isLeased: leasedUntil !== null && leasedUntil > now,
  }));
}

export interface JobCount {
  name: string;
  waiting: number;
  dead: number;
  /** When the first of those that wait was asked for; null where none waits. */
  oldestAt: Date | null;
}

/** How many jobs of each name wait, and how many were given up. */
export async function countJobs(ctx: Pick<Context, "db">): Promise<JobCount[]> {
  const oldest = sql<Date | null>`min(${outbox.createdAt}) filter (where ${outbox.deadAt} is null)`;
  const dead = sql<number>`count(*) filter (where ${outbox.deadAt} is not null)`.mapWith(Number);
  return ctx.db
    .select({
      name: outbox.name,
      waiting: sql<number>`${count()} - ${dead}`.mapWith(Number),
      dead,
      oldestAt: oldest.mapWith(outbox.createdAt),
    })
    .from(outbox)
    .where(isNull(outbox.doneAt))
    .groupBy(outbox.name)
    .orderBy(outbox.name);
}

function worksOf(name: string, payload: unknown): number {
  const batch = name === MAIL_BATCH ? mailBatchPayload.safeParse(payload) : null;
  return batch?.success ? batch.data.mails : 1;
}
