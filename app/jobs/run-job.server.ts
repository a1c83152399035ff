import { z } from "zod";
import { isJobName, isMailJobName } from "~/domain/outbox/jobs";
import { buryJob, finishJob, keepJobState, lockJob, type OutboxJob, postponeJob } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import type { OutgoingMail } from "~/services/mailer";
import { composers } from "./composers.server";
import type { JobContext } from "./job-context";
import { runners } from "./runners.server";

const keptMail = z.object({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

const MAX_ATTEMPTS = 12;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 3_600_000;

/**
 * Does one leased job. A mail is written once and kept, sealed, until it is sent: a retry goes out under the
 * same idempotency key and must carry the same bytes.
 */
export async function runJob(ctx: JobContext, job: OutboxJob): Promise<void> {
  try {
    if (isJobName(job.name) && !isMailJobName(job.name)) {
      if ((await runners[job.name](ctx, job.payload)) === "done") return await finishJob(ctx, job.id);
      return await postponeJob(ctx, job.id, ctx.now(), "goes on");
    }
    const mail = await writeMail(ctx, job);
    if (mail === "over") return;
    if (mail === null) return await finishJob(ctx, job.id);

    const outcome = await ctx.mailer.send({ ...mail, idempotencyKey: job.id });
    if (outcome.result === "sent") return await finishJob(ctx, job.id);
    if (outcome.result === "refused") return await giveUp(ctx, job, outcome.reason);
    await tryLater(ctx, job, outcome.reason, outcome.afterMs);
  } catch (error) {
    ctx.log.error("job failed", { job: job.id, name: job.name, ...errorFacts(error) });
    await tryLater(ctx, job, error instanceof Error ? error.name : "error");
  }
}

async function writeMail(ctx: JobContext, job: OutboxJob): Promise<OutgoingMail | null | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    // Looked at again, since a second mail would kill the link of one that another worker has sent.
    const kept = await lockJob(tx, job.id);
    if (kept === null) return "over";
    if (kept.stateSealed) return keptMail.parse(JSON.parse(ctx.vault.open("outbox.mail", kept.stateSealed)));
    if (!isMailJobName(job.name)) throw new Error("Nobody knows a job of this name.");
    const mail = await composers[job.name](tx, job.payload);
    if (mail) await keepJobState(tx, job.id, ctx.vault.seal("outbox.mail", JSON.stringify(mail)));
    return mail;
  });
}

async function tryLater(ctx: JobContext, job: OutboxJob, reason: string, afterMs = 0) {
  if (job.attempts >= MAX_ATTEMPTS) return giveUp(ctx, job, reason);
  const doubled = Math.min(FIRST_DELAY_MS * 2 ** (job.attempts - 1), LONGEST_DELAY_MS);
  // The job's own id spreads the retries: all that failed together must not come back together.
  const spread = 0.75 + Number.parseInt(job.id.slice(-4), 16) / 0xffff / 2;
  const delay = Math.max(doubled * spread, afterMs);
  await postponeJob(ctx, job.id, new Date(ctx.now().getTime() + delay), reason);
}

async function giveUp(ctx: JobContext, job: OutboxJob, reason: string) {
  ctx.log.error("job given up", { job: job.id, name: job.name, reason });
  await buryJob(ctx, job.id, reason);
}
