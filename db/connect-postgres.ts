import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { DatabaseConnection } from "./database";
import { stamp } from "./postgres-driver-mends/mends.js";

/** Pool size measured as enough: more connections gave nothing on two cores. */
const POOL_SIZE = 8;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Limits that the mended driver keeps, in seconds: nobody waits for a database that is cut off. A server that lives ends
 * each statement before `answer_timeout`; a transaction that sets `statement_timeout` for itself gets the long one.
 */
const limits = {
  connect_timeout: 4,
  /** How long a query may wait for a connection, where all are busy. */
  wait_timeout: 15,
  answer_timeout: 20,
  long_answer_timeout: 960,
};

export interface PostgresOptions {
  poolSize?: number;
  limits?: Partial<typeof limits>;
}

/**
 * Opens a pool on PostgreSQL. No connection is made before the first query.
 * @throws {Error} when the installed driver is not mended (`db/mend-postgres-driver.js`)
 */
export function connectPostgres(url: string, options: PostgresOptions = {}): DatabaseConnection {
  expectMendedDriver();
  const kept = { ...limits, ...options.limits };
  const client = postgres(url, {
    ...kept,
    max: options.poolSize ?? POOL_SIZE,
    idle_timeout: 300,
    backoff: (attempts) => Math.min(0.25 * attempts, 2),
    onnotice: () => undefined,
    connection: { statement_timeout: STATEMENT_TIMEOUT_MS, application_name: "privacy-for-all" },
  });
  return {
    engine: "postgres",
    db: drizzle({ client }),
    async withLock(name, work) {
      // A connection of its own: an advisory lock belongs to a session, and a pool would mix them. What is done under
      // a lock, such as a migration, may take longer than a request.
      const patient = { ...kept, answer_timeout: kept.long_answer_timeout };
      const single = postgres(url, { ...patient, max: 1, onnotice: () => undefined });
      try {
        await single`select pg_advisory_lock(${lockNumber(name)}::bigint)`;
        return await work(drizzle({ client: single }));
      } finally {
        await single.end({ timeout: 5 });
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}

function expectMendedDriver() {
  if (Reflect.get(postgres, "mended") === stamp) return;
  throw new Error(
    "The database driver is not mended as this version needs it. Run `npm ci`, or `npm run postinstall`.",
  );
}

function lockNumber(name: string): string {
  return createHash("sha256").update(`privacy-for-all:${name}`).digest().readBigInt64BE().toString();
}
