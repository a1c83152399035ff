import { findSuppressed, findUnwanted } from "~/domain/outbox/find-unwanted.server";
import { isMailJobName, jobs, MAIL_BATCH, type MailJobName } from "~/domain/outbox/jobs";
import { finishJob, finishJobs, keepJobState, lockJob, type OutboxJob } from "~/domain/outbox/lease.server";
import { foldJobs, lockUnwritten } from "~/domain/outbox/mail-batch.server";
import type { OutgoingMail } from "~/services/mailer";
import { composers } from "./composers.server";
import type { JobContext } from "./job-context";
import { openBatch, openMail, sealBatch, sealMail, type WrittenMail } from "./mail-state.server";
import { settleUnsent } from "./settle-mails.server";

/** One call of the mail service, to be made under the job's id. What it sends is kept with the job until it is done. */
export type Sending =
  | { job: OutboxJob; isBatch: false; mail: OutgoingMail }
  | { job: OutboxJob; isBatch: true; mails: WrittenMail[] };

/**
 * Writes the mail of a job and keeps it, or takes the one that was kept: a retry goes out under the same key and
 * must carry the same bytes. What nobody needs any more is left out of a kept batch; should the batch have been
 * accepted before, the service knows its key with other bytes and sends nothing again.
 * @returns null when there is nothing to send, or another worker was quicker
 */
export async function writeMail(ctx: JobContext, job: OutboxJob): Promise<Sending | null> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    // Looked at again, since a second mail would kill the link of one that another worker has sent.
    const kept = await lockJob(tx, job.id);
    if (kept === null) return null;
    if (job.name === MAIL_BATCH) return takeBatch(tx, job, kept.stateSealed);
    if (!isMailJobName(job.name)) throw new Error("Nobody writes a mail of this name.");
    const mail =
      kept.stateSealed === null
        ? await writeNew(tx, job, job.name)
        : await takeKept(tx, job, job.name, openMail(ctx.vault, kept.stateSealed));
    if (mail === null) {
      await settleUnsent(tx, [job]);
      await finishJob(tx, job.id);
    }
    return mail && { job, isBatch: false, mail };
  });
}

/**
 * Writes the mails of several jobs at once and puts them into one job, so that they go out in one call. Jobs that
 * another worker has are passed over.
 * @param leaseMs for how long the new job is held
 */
export async function foldMails(ctx: JobContext, held: readonly OutboxJob[], leaseMs: number): Promise<Sending | null> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const locked = await lockUnwritten(tx, held);
    const written = await writeEach(tx, locked);
    const [only] = written;
    const isWritten = new Set(written.map(({ jobId }) => jobId));
    await settleUnsent(
      tx,
      locked.filter(({ id }) => !isWritten.has(id)),
    );
    const over = new Set(locked.map(({ id }) => id));
    if (only === undefined || written.length === 1) {
      const job = locked.find(({ id }) => id === only?.jobId);
      if (only && job) {
        over.delete(job.id);
        await keepJobState(tx, job.id, sealMail(ctx.vault, only.mail));
      }
      await finishJobs(tx, [...over]);
      return only && job ? { job, isBatch: false, mail: only.mail } : null;
    }
    const job = await foldJobs(tx, {
      memberIds: [...over],
      mails: written.length,
      priority: Math.min(...written.map(({ name }) => jobs[name].priority)),
      stateSealed: sealBatch(ctx.vault, written),
      leasedUntil: new Date(ctx.now().getTime() + leaseMs),
    });
    return { job, isBatch: true, mails: written };
  });
}

async function writeNew(tx: JobContext, job: OutboxJob, name: MailJobName): Promise<OutgoingMail | null> {
  const [mail] = await composers[name](tx, [job.payload]);
  if (!mail || (await findSuppressed(tx, [{ name, to: mail.to }])).size > 0) return null;
  await keepJobState(tx, job.id, sealMail(tx.vault, mail));
  return mail;
}

async function takeKept(tx: JobContext, { payload }: OutboxJob, name: MailJobName, mail: OutgoingMail) {
  return (await findUnwanted(tx, [{ name, payload, to: mail.to }])).size > 0 ? null : mail;
}

async function takeBatch(tx: JobContext, job: OutboxJob, stateSealed: string | null): Promise<Sending | null> {
  if (stateSealed === null) throw new Error("The mails of this batch are gone.");
  const kept = openBatch(tx.vault, stateSealed);
  const unwanted = await findUnwanted(
    tx,
    kept.map(({ mail: { to }, ...asked }) => ({ ...asked, to })),
  );
  const mails = kept.filter((_, position) => !unwanted.has(position));
  await settleUnsent(
    tx,
    kept.filter((_, position) => unwanted.has(position)),
  );
  if (mails.length === 0) {
    await finishJob(tx, job.id);
    return null;
  }
  if (unwanted.size > 0) await keepJobState(tx, job.id, sealBatch(tx.vault, mails));
  return { job, isBatch: true, mails };
}

/** Writes the mails of jobs of several kinds, in the order of the jobs. */
async function writeEach(tx: JobContext, all: readonly OutboxJob[]): Promise<WrittenMail[]> {
  const byJob = new Map<string, WrittenMail>();
  for (const name of new Set(all.map((job) => job.name))) {
    if (!isMailJobName(name)) continue;
    const asked = all.filter((job) => job.name === name);
    const mails = await composers[name](
      tx,
      asked.map(({ payload }) => payload),
    );
    for (const [position, { id, payload }] of asked.entries()) {
      const mail = mails[position];
      if (mail) byJob.set(id, { jobId: id, name, payload: jobs[name].payload.parse(payload), mail });
    }
  }
  const written = all.flatMap(({ id }) => byJob.get(id) ?? []);
  const suppressed = await findSuppressed(
    tx,
    written.map(({ name, mail }) => ({ name, to: mail.to })),
  );
  return written.filter((_, position) => !suppressed.has(position));
}
