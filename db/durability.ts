import { sql } from "drizzle-orm";
import type { Database } from "./database";
import { rowsOf } from "./rows";

/** Settings of PostgreSQL that must not be off, and what is lost when they are (PostgreSQL 15, section 20.5). */
const risks: Record<string, string> = {
  fsync: "a power cut can destroy the whole database, and only a backup brings it back",
  full_page_writes: "a power cut in the middle of a write can leave pages that no recovery mends",
  synchronous_commit: "a crash of the database can lose the signatures and confirmations of the last moments",
};

/** The settings of this session under which acknowledged data may be lost; none where all is as it should be. */
export async function listDurabilityRisks(db: Database): Promise<{ setting: string; risk: string }[]> {
  const off = rowsOf(
    await db.execute(
      sql`select name from pg_settings where setting = 'off' and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
    ),
  );
  return off.flatMap(({ name }) => {
    const risk = risks[String(name)];
    return risk === undefined ? [] : [{ setting: `${name}=off`, risk }];
  });
}
