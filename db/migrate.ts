import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database, DatabaseConnection } from "./database";
import { rowsOf } from "./rows";

export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database up to the newest migration and runs `afterwards` (the seed) under the same lock, so
 * that several processes may start at once. Each migration is one transaction.
 */
export async function migrateDatabase(
  connection: DatabaseConnection,
  afterwards: (db: Database) => Promise<void> = async () => undefined,
): Promise<void> {
  await connection.withLock("migrate", async (db) => {
    await db.execute(sql`create schema if not exists drizzle`);
    await db.execute(
      sql`create table if not exists drizzle.migrations (hash text primary key, created_at bigint not null unique, applied_at timestamptz not null default now())`,
    );
    const applied = await appliedMigrations(db);
    for (const migration of readMigrationFiles({ migrationsFolder })) {
      if (applied.has(migration.folderMillis)) continue;
      await db.transaction(async (tx) => {
        for (const statement of migration.sql) await tx.execute(sql.raw(statement));
        await tx.execute(
          sql`insert into drizzle.migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
        );
      });
    }
    await afterwards(db);
  });
}

/** Whether every migration that this program knows has been applied. */
export async function isMigrated(db: Database): Promise<boolean> {
  const applied = await appliedMigrations(db);
  return readMigrationFiles({ migrationsFolder }).every((migration) => applied.has(migration.folderMillis));
}

async function appliedMigrations(db: Database): Promise<Set<number>> {
  const rows = rowsOf(await db.execute(sql`select created_at::text as made from drizzle.migrations`));
  return new Set(rows.map((row) => Number(row.made)));
}
