import { failExport } from "~/domain/exports/forget-exports.server";
import { jobs } from "~/domain/outbox/jobs";
import { buryJob, type OutboxJob, postponeJob } from "~/domain/outbox/lease.server";
import { MAX_ATTEMPTS, retryDelayMs } from "./back-off";
import { failGivenUp } from "./deliver-to-congress.server";
import type { JobContext } from "./job-context";
import { failPetitionDelivery } from "./make-petition-delivery.server";
import { pauseGivenUp } from "./send-mailing.server";
import { settleGivenUp } from "./settle-mails.server";

/** Puts a job off, longer each time, or gives it up after the last attempt. */
export async function tryLater(ctx: JobContext, job: OutboxJob, reason: string, afterMs = 0): Promise<void> {
  if (job.attempts >= MAX_ATTEMPTS) return giveUp(ctx, job, reason);
  const delay = Math.max(retryDelayMs(job), afterMs);
  await postponeJob(ctx, job.id, new Date(ctx.now().getTime() + delay), reason);
}

/** Gives a job up; `npm run outbox -- list --dead` shows it. */
export async function giveUp(ctx: JobContext, job: OutboxJob, reason: string): Promise<void> {
  ctx.log.error("job given up", { job: job.id, name: job.name, reason });
  await ctx.db.transaction(async (db) => {
    await buryJob({ ...ctx, db }, job.id, reason);
    if (job.name === "deliver-to-congress") await failGivenUp({ ...ctx, db }, job.payload);
    const exporting = jobs["export-supporters"].payload.safeParse(job.payload);
    if (job.name === "export-supporters" && exporting.success)
      await failExport({ ...ctx, db }, exporting.data.exportId);
    await settleGivenUp({ ...ctx, db }, job);
    if (job.name === "send-mailing") await pauseGivenUp({ ...ctx, db }, job.payload);
    if (job.name === "make-petition-delivery") await failPetitionDelivery({ ...ctx, db }, job.payload);
  });
}
