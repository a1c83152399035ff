import { setTimeout as sleep } from "node:timers/promises";
import type { SwitchName } from "~/domain/switches/switch-effects";
import { readSwitches } from "~/domain/switches/switches-source.server";
import { errorFacts } from "~/services/log.server";
import type { JobContext } from "./job-context";

/** How a worker is stopped. */
export interface StopSignals {
  /** Nothing new is begun any more. */
  stopping: AbortSignal;
  /** What is under way ends now, as it is. */
  cutting: AbortSignal;
}

const POLL_MS = 400;
const LONGEST_WAIT_MS = 10_000;

/**
 * Does rounds of work until stopped. A round that finds nothing to do is followed by a short wait, one that fails
 * (the database is away) by a longer one each time.
 * @param round @returns whether there was something to do
 * @param pausedBy switches that stop the rounds while they are on; a round that begins sees them as they are then
 */
export async function repeatRounds(
  ctx: JobContext,
  stopping: AbortSignal,
  pausedBy: readonly SwitchName[],
  round: () => Promise<boolean>,
): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const board = await readSwitches(ctx);
      const isBusy = !pausedBy.some((name) => board.isOn(name)) && (await round());
      failures = 0;
      if (!isBusy) await pause(POLL_MS, stopping);
    } catch (error) {
      failures++;
      ctx.log.error("worker waits for the database", errorFacts(error));
      await pause(Math.min(POLL_MS * 2 ** failures, LONGEST_WAIT_MS), stopping);
    }
  }
}

/** Waits, at most until `stopping`. */
export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
}
