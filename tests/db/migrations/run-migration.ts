import { readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "~db/database";
import { migrationsFolder } from "~db/migrate";

/** Runs the statements of one migration again, on rows that a test has put back to what they were before it. */
export async function runMigration(db: Database, name: string): Promise<void> {
  const statements = readFileSync(path.join(migrationsFolder, `${name}.sql`), "utf8").split("--> statement-breakpoint");
  for (const statement of statements) await db.execute(sql.raw(statement));
}
