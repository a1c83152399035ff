import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** The database as the domain sees it: the same on PostgreSQL and on the embedded engine, in or out of a transaction. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open database with what its owner needs to look after it. */
export interface DatabaseConnection {
  engine: "postgres" | "pglite";
  db: Database;
  /** Runs `work` while no other process does the same under this name. */
  withLock<T>(name: string, work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
