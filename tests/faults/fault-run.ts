import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { connectPostgres } from "~db/connect-postgres";
import type { Database } from "~db/database";
import { type FakeResend, faults } from "../support/fake-resend";
import { createDatabase, type PostgresCluster } from "../support/postgres";
import { type Crowd, gather } from "./crowd";
import { type SiteUnderFire, startSiteUnderFire } from "./site-under-fire";
import { openJobs, type Tally, takeTally, uncounted } from "./tally";

/** The mail service may hang for ten seconds, and a worker may wait as long for the database. */
const REST_TIMEOUT_MS = 30_000;
/** Longer than a job is held by a worker that died, and than most of what is put off. */
const STEP_MS = 70_000;

export interface FaultRun {
  site: SiteUnderFire;
  crowd: Crowd;
  db: Database;
}

/** `FAULT_RUNS` makes the runs longer, for a release: so many faults instead of the usual number. */
export function faultCount(usual: number): number {
  const asked = Number(process.env.FAULT_RUNS ?? usual);
  return Number.isInteger(asked) && asked > 0 ? asked : usual;
}

/**
 * Lets people sign and confirm while `strike` makes things fail; then lets everything come to rest, and holds what people
 * were told against what is there.
 * @returns what was found, for the table
 */
export async function runFaults(
  cluster: PostgresCluster,
  people: number,
  strike: (run: FaultRun) => Promise<void>,
): Promise<{ tally: Tally; crowd: Crowd; site: SiteUnderFire }> {
  const databaseUrl = await createDatabase(cluster.url());
  const site = await startSiteUnderFire(databaseUrl);
  const own = connectPostgres(databaseUrl, { poolSize: 2 });
  const over = new AbortController();
  const crowd = gather(site, people);
  try {
    const moods = misbehave(site.resend, over.signal);
    await strike({ site, crowd, db: own.db });
    over.abort();
    await moods;
    await site.untilReady();
    await crowd.close();
    await comeToRest({ site, crowd, db: own.db });
    const tally = await takeTally(own.db, site, crowd);
    return { tally, crowd, site };
  } finally {
    over.abort();
    crowd.leave();
    await site.stop();
    await own.close();
  }
}

/** A mail service that fails in every way that is known, now and then. */
async function misbehave(resend: FakeResend, until: AbortSignal) {
  const kinds = [
    faults.serverError,
    faults.rateLimited(1),
    faults.acceptedThenReset,
    faults.acceptedThenError,
    faults.reset,
    faults.acceptedThenReset,
    faults.hang,
  ];
  let heard = -1;
  while (!until.aborted) {
    // One at a time: what is planned and not met would still come when all is to come to rest.
    if (resend.requests.length > heard) {
      heard = resend.requests.length;
      resend.fail(kinds[Math.floor(Math.random() * kinds.length)] ?? faults.reset);
    }
    await sleep(400 + Math.random() * 800, undefined, { signal: until }).catch(() => undefined);
  }
}

/**
 * Moves the clock on until all mail is out, everybody has confirmed and all is counted. Ends too when nothing moves any
 * more: the tally then tells what is missing.
 */
async function comeToRest({ site, crowd, db }: FaultRun) {
  let isSatisfied = false;
  const satisfied = crowd.satisfied().finally(() => {
    isSatisfied = true;
  });
  satisfied.catch(() => undefined);
  let before = "";
  let movedAt = Date.now();
  for (;;) {
    const [jobs, rows] = [await openJobs(db), await uncounted(db)];
    if (jobs === 0 && rows === 0 && isSatisfied) return satisfied;
    const state = `${jobs} ${rows} ${crowd.confirmed.size}`;
    if (state !== before) movedAt = Date.now();
    else if (Date.now() - movedAt > REST_TIMEOUT_MS) return;
    // Only when nothing moves: who works would lose what it holds.
    else if (jobs > 0) site.advance(STEP_MS);
    before = state;
    await Promise.race([sleep(1_500), isSatisfied ? sleep(1_500) : satisfied.catch(() => undefined)]);
  }
}

/** What must be true after every run, whatever failed. */
export function expectNothingLost({ tally, crowd }: { tally: Tally; crowd: Crowd }) {
  const { acknowledged, confirmed, mails, keys, counts, ...wrong } = tally;
  expect(wrong).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, 0])));
  expect(mails).toBe(acknowledged);
  expect(keys).toBeLessThanOrEqual(mails);
  expect(counts).toEqual({ total: confirmed, rows: confirmed, regions: confirmed });
  expect([...crowd.statuses.keys()].filter((status) => ![0, 303, 503].includes(status))).toEqual([]);
  // A run without work proves nothing.
  expect(acknowledged).toBeGreaterThan(50);
  expect(confirmed).toBeGreaterThan(20);
}

/** Prints what a run met and found, for the notes of a release. */
export function printFaultTable(title: string, facts: Record<string, unknown>) {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  const lines = Object.entries(facts).map(([name, value]) => `  ${name.padEnd(width)}  ${String(value)}`);
  process.stdout.write(`\n${[title, ...lines].join("\n")}\n\n`);
}

/** A tally and the answers that people got, in words for {@link printFaultTable}. */
export function describeTally({ tally, crowd }: { tally: Tally; crowd: Crowd }): Record<string, unknown> {
  const { counts, ...numbers } = tally;
  return {
    ...numbers,
    "total = recount = regions": `${counts.total} = ${counts.rows} = ${counts.regions}`,
    answers: [...crowd.statuses].map(([status, times]) => `${status || "broken"} × ${times}`).join(", "),
    "longest wait for an answer": `${crowd.longestMs()} ms`,
  };
}
