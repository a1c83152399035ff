import type { DatabaseConnection } from "~db/database";
import { migrateDatabase } from "~db/migrate";
import { seedDatabase } from "~db/seed/seed";

/** The moment at which each test begins. */
export const startOfTests = new Date("2026-11-23T12:00:00Z");

/** What a first start leaves in the database: every table, the seed and the facts about Congress. */
export function migrateAndSeed(connection: DatabaseConnection): Promise<void> {
  return migrateDatabase(connection, (db) => seedDatabase(db, startOfTests));
}
