import { setTimeout as sleep } from "node:timers/promises";
import { leaseJobs, returnJobs } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import type { JobContext } from "./job-context";
import { runPeriodicTasks } from "./periodic-tasks.server";
import { runJob } from "./run-job.server";

const POLL_MS = 400;
const BATCH = 10;
const LEASE_MS = 60_000;

/**
 * Works through the outbox until stopped. Any number of workers may run: a job is leased to one of them. When
 * stopped, the job at hand is finished and the others are given back.
 * @returns the function that stops the worker and waits for it
 */
export function startWorker(ctx: JobContext): () => Promise<void> {
  const stopping = new AbortController();
  const done = Promise.all([work(ctx, stopping.signal), runPeriodicTasks(ctx, stopping.signal)]);
  return async () => {
    stopping.abort();
    await done;
  };
}

async function work(ctx: JobContext, stopping: AbortSignal) {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const wasBusy = await runBatch(ctx, stopping);
      failures = 0;
      if (!wasBusy) await pause(POLL_MS, stopping);
    } catch (error) {
      failures++;
      ctx.log.error("worker waits for the database", errorFacts(error));
      await pause(Math.min(POLL_MS * 2 ** failures, 10_000), stopping);
    }
  }
}

async function runBatch(ctx: JobContext, stopping: AbortSignal): Promise<boolean> {
  const jobs = await leaseJobs(ctx, BATCH, LEASE_MS);
  for (const [position, job] of jobs.entries()) {
    if (stopping.aborted) {
      await returnJobs(
        ctx,
        jobs.slice(position).map(({ id }) => id),
      );
      break;
    }
    await runJob(ctx, job);
  }
  return jobs.length > 0;
}

async function pause(ms: number, stopping: AbortSignal) {
  await sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
}
