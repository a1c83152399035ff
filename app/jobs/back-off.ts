/** Attempts after which a job is given up. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 3_600_000;

/**
 * How long a job waits after its attempt number `attempts`: doubled each time, up to an hour. Its id spreads the
 * retries by a quarter to both sides, because all that failed together must not come back together.
 */
export function retryDelayMs(job: { id: string; attempts: number }): number {
  const doubled = Math.min(FIRST_DELAY_MS * 2 ** (job.attempts - 1), LONGEST_DELAY_MS);
  return doubled * spreadOf(job.id);
}

/** Between 0.75 and 1.25, always the same for an id. */
export function spreadOf(id: string): number {
  return 0.75 + Number.parseInt(id.slice(-4), 16) / 0xffff / 2;
}
