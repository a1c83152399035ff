import { MAIL_BATCH } from "~/domain/outbox/jobs";
import { excuseJob, finishJob, returnTriedJob } from "~/domain/outbox/lease.server";
import { splitBatch } from "~/domain/outbox/mail-batch.server";
import type { BatchOutcome, SendFault, SendOutcome } from "~/services/mailer";
import { spreadOf } from "./back-off";
import { partsOf } from "./batch-parts.server";
import { giveUp, tryLater } from "./give-up.server";
import type { JobContext } from "./job-context";
import { isRecorded, settleSent } from "./settle-mails.server";
import type { Sending } from "./write-mails.server";

/** A refused key or domain is mended by hand; until then each mail asks this seldom. */
const LOCKED_OUT_MS = 600_000;

/**
 * Makes one call of the mail service and records how it ended.
 * @param cutting ends the call without an answer; the job is then free for another worker, with its mail and key
 */
export async function deliver(ctx: JobContext, sending: Sending, cutting?: AbortSignal): Promise<void> {
  const { job } = sending;
  const outcome = await send(ctx, sending, cutting);
  if (outcome.result === "sent") {
    return finish(ctx, sending, "providerIds" in outcome ? outcome.providerIds : [outcome.providerId]);
  }
  if (outcome.result === "retry" && cutting?.aborted) return returnTriedJob(ctx, job, outcome.reason);
  await settleFault(ctx, sending, outcome);
}

/** Ends the job, and in the same transaction tells whoever keeps a record of its mails. */
async function finish(ctx: JobContext, sending: Sending, providerIds: readonly string[] | null): Promise<void> {
  const mails = sending.isBatch ? sending.mails : [sending.job];
  if (!mails.some(isRecorded)) return finishJob(ctx, sending.job.id);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await finishJob(tx, sending.job.id);
    await settleSent(tx, mails, providerIds);
  });
}

function send(ctx: JobContext, sending: Sending, cutting?: AbortSignal): Promise<SendOutcome | BatchOutcome> {
  const options = cutting && { signal: cutting };
  const idempotencyKey = sending.job.id;
  if (!sending.isBatch) return ctx.mailer.send({ ...sending.mail, idempotencyKey }, options);
  return ctx.mailer.sendBatch({ mails: sending.mails.map(({ mail }) => mail), idempotencyKey }, options);
}

async function settleFault(ctx: JobContext, sending: Sending, outcome: SendFault) {
  const { job } = sending;
  const later = (ms: number) => new Date(ctx.now().getTime() + ms);
  switch (outcome.result) {
    case "retry":
      return tryLater(ctx, job, outcome.reason, outcome.afterMs);
    case "limited":
      return excuseJob(ctx, job.id, later(outcome.afterMs), outcome.reason);
    case "locked-out":
      ctx.log.error("mail service lets nobody in", { reason: outcome.reason });
      return excuseJob(ctx, job.id, later(LOCKED_OUT_MS * spreadOf(job.id)), outcome.reason);
    case "taken":
      ctx.log.warn("mail was accepted before", { job: job.id, name: job.name });
      return finish(ctx, sending, null);
    case "refused":
      if (!sending.isBatch) return giveUp(ctx, job, outcome.reason);
      ctx.log.warn("batch is split", { job: job.id, name: MAIL_BATCH, reason: outcome.reason });
      return ctx.db.transaction((db) => splitBatch({ ...ctx, db }, job.id, partsOf(ctx, sending.mails)));
  }
}
