import { isMailJobName } from "~/domain/outbox/jobs";
import { leaseJobs, type OutboxJob, returnJobs } from "~/domain/outbox/lease.server";
import { errorFacts } from "~/services/log.server";
import { MOST_MAILS_IN_BATCH } from "~/services/mailer";
import { giveUp } from "./give-up.server";
import type { JobContext } from "./job-context";
import { createMailCalls, type MailCalls } from "./mail-calls.server";
import { jobFailed, whyHopeless } from "./run-job.server";
import { repeatRounds, type StopSignals } from "./work-loop.server";
import { foldMails, type Sending, writeMail } from "./write-mails.server";

/** Longer than all that is done under one lease: up to `HOLD_MS`, then one call, then its record. */
const LEASE_MS = 60_000;
/** No call begins later than this after the lease. */
const HOLD_MS = 40_000;
/** How long the switches are not looked at while the service lets us wait. */
const LOOK_AGAIN_MS = 1_000;
/** Mails that were tried before each need a call of their own: a few in a round, so that new ones don't wait for them. */
const MOST_KEPT = 10;
/** What often failed to be written is written alone, so that it can't keep back others. */
const MOST_FOLD_ATTEMPTS = 2;

/** Sends the mails of the outbox: all that wait together in one call, as fast as the service will take them. */
export async function sendMails(ctx: JobContext, { stopping, cutting }: StopSignals): Promise<void> {
  const calls = createMailCalls(ctx, stopping, cutting);
  await repeatRounds(ctx, stopping, ["mail-paused", "read-only"], async () => {
    // Asked before any job is taken: what the service won't have now stays free for other workers.
    if (!(await calls.turn(LOOK_AGAIN_MS))) return true;
    const leased = await leaseJobs(ctx, MOST_MAILS_IN_BATCH, LEASE_MS, "mail");
    if (leased.length > 0) await sendLeased(ctx, calls, leased, performance.now() + HOLD_MS);
    return leased.length > 0;
  });
  await calls.ended();
}

async function sendLeased(ctx: JobContext, calls: MailCalls, leased: readonly OutboxJob[], holdUntil: number) {
  const fresh = leased.filter(isFoldable);
  const alone = leased.filter((job) => !isFoldable(job));
  await returnJobs(ctx, alone.splice(MOST_KEPT));

  const folded = await fold(ctx, fresh);
  if (folded === "failed") alone.unshift(...fresh);
  else if (folded && !(await calls.begin(folded, holdUntil - performance.now()))) await returnJobs(ctx, [folded.job]);

  for (const [position, job] of alone.entries()) {
    const sending = await writeAlone(ctx, job);
    if (sending && !(await calls.begin(sending, holdUntil - performance.now()))) {
      return returnJobs(ctx, alone.slice(position));
    }
  }
}

function isFoldable(job: OutboxJob): boolean {
  if (!isMailJobName(job.name) || whyHopeless(job) !== null) return false;
  return job.stateSealed === null && job.attempts <= MOST_FOLD_ATTEMPTS;
}

async function fold(ctx: JobContext, fresh: readonly OutboxJob[]): Promise<Sending | null | "failed"> {
  if (fresh.length === 0) return null;
  try {
    return await foldMails(ctx, fresh, LEASE_MS);
  } catch (error) {
    ctx.log.warn("mails are written one by one", { mails: fresh.length, ...errorFacts(error) });
    return "failed";
  }
}

async function writeAlone(ctx: JobContext, job: OutboxJob): Promise<Sending | null> {
  const hopeless = whyHopeless(job);
  try {
    if (hopeless === null) return await writeMail(ctx, job);
    await giveUp(ctx, job, hopeless);
  } catch (error) {
    await jobFailed(ctx, job, error);
  }
  return null;
}
