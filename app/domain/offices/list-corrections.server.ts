import { asc, isNull } from "drizzle-orm";
import type { Database } from "~db/database";
import { officeCorrections } from "~db/schema/office-facts";

/** Corrections that nobody has taken back, the oldest first. */
export function listCorrections(db: Database) {
  return db
    .select()
    .from(officeCorrections)
    .where(isNull(officeCorrections.removedAt))
    .orderBy(asc(officeCorrections.at), asc(officeCorrections.id));
}
