import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "./job-context";
import { runPeriodicTasks } from "./periodic-tasks.server";
import { runOtherJobs } from "./run-other-jobs.server";
import { sendMails } from "./send-mails.server";

/** What is under way when the worker is told to stop may still end within this time. */
const GRACE_MS = 5_000;
/** After the grace, for giving back what is held; a database that hangs holds nobody up for longer. */
const GIVE_BACK_MS = 3_000;

/**
 * Works through the outbox until stopped: mail, all other jobs and the periodic tasks beside each other, so that none
 * waits for another. Any number of workers may run: a job is leased to one of them.
 * @returns the function that stops the worker: what is under way is finished, or else ended and given back, within
 * ten seconds
 */
export function startWorker(ctx: JobContext, { graceMs = GRACE_MS } = {}): () => Promise<void> {
  const stopping = new AbortController();
  const cutting = new AbortController();
  // Each periodic task listens, and each call under way; a warning about their number would mean nothing.
  for (const { signal } of [stopping, cutting]) setMaxListeners(0, signal);
  const signals = { stopping: stopping.signal, cutting: cutting.signal };
  const done = Promise.all([
    sendMails(ctx, signals),
    runOtherJobs(ctx, signals),
    runPeriodicTasks(ctx, signals.stopping),
  ]);
  return async () => {
    stopping.abort();
    const over = new AbortController();
    const patience = wait(graceMs, over.signal).then(() => {
      cutting.abort();
      return wait(GIVE_BACK_MS, over.signal);
    });
    await Promise.race([done, patience]);
    over.abort();
  };
}

function wait(ms: number, signal: AbortSignal): Promise<unknown> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
