import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "~db/database";
import { isMigrated, migrateDatabase } from "~db/migrate";
import { rowsOf } from "~db/rows";
import { withContext, withEmptyDatabase } from "../support/database";

const listMigrations = async (db: Database) => rowsOf(await db.execute(sql`select * from drizzle.migrations`));

test(
  "an empty database gets every migration",
  withEmptyDatabase(async (connection) => {
    await migrateDatabase(connection);
    expect(await isMigrated(connection.db)).toBe(true);
    expect(rowsOf(await connection.db.execute(sql`select * from signatures`))).toEqual([]);
  }),
);

test(
  "migrating twice changes nothing",
  withEmptyDatabase(async (connection) => {
    await migrateDatabase(connection);
    const first = await listMigrations(connection.db);
    await migrateDatabase(connection);
    expect(await listMigrations(connection.db)).toEqual(first);
  }),
);

test(
  "a database that lacks a migration is not ready",
  withContext(async (ctx) => {
    expect(await isMigrated(ctx.db)).toBe(true);
    await ctx.db.execute(
      sql`delete from drizzle.migrations where created_at = (select max(created_at) from drizzle.migrations)`,
    );
    expect(await isMigrated(ctx.db)).toBe(false);
  }),
);

test(
  "a faulty seed fails the start, and the next one goes on from there",
  withEmptyDatabase(async (connection) => {
    const faulty = migrateDatabase(connection, () => Promise.reject(new Error("bad seed")));
    await expect(faulty).rejects.toThrow("bad seed");
    let seeded = 0;
    await migrateDatabase(connection, async () => {
      seeded++;
    });
    expect(seeded).toBe(1);
    expect(await isMigrated(connection.db)).toBe(true);
  }),
);
