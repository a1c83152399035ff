import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { DatabaseConnection } from "./database";

/** Pool size measured as enough: more connections gave nothing on two cores. */
const POOL_SIZE = 8;

/** Opens a pool on PostgreSQL. No connection is made before the first query. */
export function connectPostgres(url: string, options: { poolSize?: number } = {}): DatabaseConnection {
  const client = postgres(url, {
    max: options.poolSize ?? POOL_SIZE,
    connect_timeout: 4,
    idle_timeout: 300,
    backoff: (attempts) => Math.min(0.25 * attempts, 2),
    onnotice: () => undefined,
    connection: { statement_timeout: 15_000, application_name: "privacy-for-all" },
  });
  return {
    engine: "postgres",
    db: drizzle({ client }),
    async withLock(name, work) {
      // A connection of its own: an advisory lock belongs to a session, and a pool would mix them.
      const single = postgres(url, { max: 1, connect_timeout: 4, onnotice: () => undefined });
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

function lockNumber(name: string): string {
  return createHash("sha256").update(`privacy-for-all:${name}`).digest().readBigInt64BE().toString();
}
