import { leaseJobs, type OutboxJob, renewLease } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import type { JobContext } from "./job-context";
import { runJob } from "./run-job.server";
import { repeatRounds, type StopSignals } from "./work-loop.server";

const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/** Does the jobs that are no mail, one at a time. A job is held for as long as it runs. */
export function runOtherJobs(ctx: JobContext, { stopping, cutting }: StopSignals): Promise<void> {
  return repeatRounds(ctx, stopping, ["read-only"], async () => {
    const [job] = await leaseJobs(ctx, 1, LEASE_MS, "other");
    if (!job) return false;
    const release = keepLease(ctx, job);
    await runJob(ctx, job, cutting).finally(release);
    return true;
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
