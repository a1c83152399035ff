import { isJobName, isMailJobName, jobs, MAIL_BATCH, mailBatchPayload } from "~/domain/outbox/jobs";
import { excuseJob, finishJob, type OutboxJob, putBackJob } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import { MAX_ATTEMPTS } from "./back-off";
import { deliver } from "./deliver.server";
import { giveUp, tryLater } from "./give-up.server";
import type { JobContext } from "./job-context";
import { type RunEnd, runners } from "./runners.server";
import { writeMail } from "./write-mails.server";

/** Does one leased job, whatever it is. @param cutting ends a call of the mail service without an answer */
export async function runJob(ctx: JobContext, job: OutboxJob, cutting?: AbortSignal): Promise<void> {
  try {
    const hopeless = whyHopeless(job);
    if (hopeless !== null) return await giveUp(ctx, job, hopeless);
    if (isJobName(job.name) && !isMailJobName(job.name)) {
      return await settle(ctx, job, await runners[job.name](ctx, job.payload, cutting));
    }
    const sending = await writeMail(ctx, job);
    if (sending) await deliver(ctx, sending, cutting);
  } catch (error) {
    await jobFailed(ctx, job, error);
  }
}

function settle(ctx: JobContext, job: OutboxJob, end: RunEnd): Promise<void> {
  if (end === "done") return finishJob(ctx, job.id);
  if (end === "again") return putBackJob(ctx, job.id);
  if ("later" in end) return excuseJob(ctx, job.id, end.later, end.reason);
  return giveUp(ctx, job, end.hopeless);
}

/** Why a job is given up without being tried; null where it may be run. */
export function whyHopeless(job: OutboxJob): string | null {
  // Only a process that died under it each time leaves it with more.
  if (job.attempts > MAX_ATTEMPTS) return `no end in ${MAX_ATTEMPTS} attempts`;
  if (job.name !== MAIL_BATCH && !isJobName(job.name)) return "unknown name";
  const schema = isJobName(job.name) ? jobs[job.name].payload : mailBatchPayload;
  return schema.safeParse(job.payload).success ? null : "invalid payload";
}

/** Records that a job failed by a fault of ours. */
export async function jobFailed(ctx: JobContext, job: OutboxJob, error: unknown): Promise<void> {
  ctx.log.error("job failed", { job: job.id, name: job.name, ...errorFacts(error) });
  await tryLater(ctx, job, error instanceof Error ? error.name : "error");
}
