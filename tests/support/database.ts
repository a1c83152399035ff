import { readFileSync } from "node:fs";
import { afterAll, inject } from "vitest";
import { openPglite } from "~db/connect-pglite";
import { connectPostgres } from "~db/connect-postgres";
import type { Database, DatabaseConnection } from "~db/database";
import { createDatabase, dropDatabase } from "./postgres";
import { type TestContext, testContext } from "./test-context";

export type { TestContext } from "./test-context";

let ofFile: Promise<DatabaseConnection> | undefined;

afterAll(async () => {
  await (await ofFile)?.close();
  ofFile = undefined;
});

/**
 * Gives a test a migrated and seeded database, on the engine that its project runs on. Everything happens in
 * one transaction that is rolled back at the end.
 */
export function withContext(story: (ctx: TestContext) => Promise<void>): () => Promise<void> {
  return async () => {
    ofFile ??= openSeeded();
    const { db } = await ofFile;
    await rollBack(db, (tx) => story(testContext(tx)));
  };
}

/**
 * Gives a test a migrated and seeded database of its own, for what a surrounding transaction would hide:
 * several connections, locks, commits.
 */
export function withDatabase(
  story: (connection: DatabaseConnection, ctx: TestContext) => Promise<void>,
): () => Promise<void> {
  return () => closeAfter(openSeeded(), (connection) => story(connection, testContext(connection.db)));
}

/** Gives a test a database without any table, on the engine that its project runs on. */
export function withEmptyDatabase(story: (connection: DatabaseConnection) => Promise<void>): () => Promise<void> {
  return () => closeAfter(openEmpty(), story);
}

/** A PostgreSQL database that other connections and processes can open by its address. */
export type PostgresDatabase = DatabaseConnection & { url: string };

/** Gives a test a migrated and seeded PostgreSQL database. */
export function withPostgres(
  story: (database: PostgresDatabase, ctx: TestContext) => Promise<void>,
): () => Promise<void> {
  return () => closeAfter(openPostgres(inject("postgres").seeded), (opened) => story(opened, testContext(opened.db)));
}

/** Gives a test a PostgreSQL database without any table. */
export function withEmptyPostgres(story: (database: PostgresDatabase) => Promise<void>): () => Promise<void> {
  return () => closeAfter(openPostgres(), story);
}

async function openEmpty(): Promise<DatabaseConnection> {
  return inject("engine") === "pglite" ? openPglite({}) : openPostgres();
}

async function openSeeded(): Promise<DatabaseConnection> {
  if (inject("engine") === "postgres") return openPostgres(inject("postgres").seeded);
  return openPglite({ loadDataDir: new Blob([readFileSync(inject("pgliteSnapshot"))]) });
}

/** A new database that is dropped when it is closed. */
async function openPostgres(template?: string): Promise<PostgresDatabase> {
  const url = await createDatabase(inject("postgres").adminUrl, template === undefined ? {} : { template });
  const connection = connectPostgres(url);
  return {
    ...connection,
    url,
    async close() {
      await connection.close();
      await dropDatabase(url);
    },
  };
}

async function closeAfter<T extends DatabaseConnection>(opening: Promise<T>, story: (opened: T) => Promise<void>) {
  const opened = await opening;
  try {
    await story(opened);
  } finally {
    await opened.close();
  }
}

async function rollBack(db: Database, work: (tx: Database) => Promise<void>): Promise<void> {
  const done = Symbol("roll back");
  try {
    await db.transaction(async (tx) => {
      await work(tx);
      throw done;
    });
  } catch (error) {
    if (error !== done) throw error;
  }
}
