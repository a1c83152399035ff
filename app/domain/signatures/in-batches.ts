import { sql } from "drizzle-orm";

/** Rows that one transaction takes: a few hundredths of a second, so that nobody waits long for its locks. */
export const BATCH_ROWS = 500;
/** Then the worker has other things to do; it comes back in ten minutes. */
const MOST_BATCHES = 100;

/** For the transaction that looks for what is over: that may take longer than a request may. */
export const patience = sql`set local statement_timeout = '2min'`;

/**
 * Repeats a transaction that finds at most {@link BATCH_ROWS} rows until there are no more, or until what is left can't
 * be had because others hold it.
 * @returns how many rows were dealt with
 */
export async function inBatches(takeBatch: () => Promise<{ found: number; done: number }>): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const { found, done } = await takeBatch();
    total += done;
    if (found < BATCH_ROWS || done === 0) break;
  }
  return total;
}
