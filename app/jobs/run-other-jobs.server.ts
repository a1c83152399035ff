import { leaseJobs, type OutboxJob, renewLease } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import type { JobContext } from "./job-context";
import { runJob } from "./run-job.server";
import { repeatRounds, type StopSignals } from "./work-loop.server";

const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/** A few beside each other, because some wait for the network. */
const MOST_AT_ONCE = 4;

/** Does the jobs that are no mail. A job is held for as long as it runs. */
export function runOtherJobs(ctx: JobContext, { stopping, cutting }: StopSignals): Promise<void> {
  return repeatRounds(ctx, stopping, ["read-only"], async () => {
    const held = await leaseJobs(ctx, MOST_AT_ONCE, LEASE_MS, "other");
    const ends = await Promise.allSettled(held.map((job) => runJob(ctx, job, cutting).finally(keepLease(ctx, job))));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return held.length > 0;
  });
}

/** Renews the lease of a job again and again. @returns the function that ends that */
function keepLease(ctx: JobContext, job: OutboxJob): () => void {
  let held = job;
  const timer = setInterval(async () => {
    const leasedUntil = new Date(ctx.now().getTime() + LEASE_MS);
    try {
      if (await renewLease(ctx, held, leasedUntil)) held = { ...held, leasedUntil };
    } catch (error) {
      ctx.log.warn("lease was not renewed", { job: job.id, ...errorFacts(error) });
    }
  }, RENEW_MS).unref();
  return () => clearInterval(timer);
}
