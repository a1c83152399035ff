import type { DatabaseConnection } from "../database";
import { migrateDatabase } from "../migrate";
import { applyFacts, previewFacts } from "./apply-facts";
import type { FactsDifference } from "./compare-facts";
import { readFacts } from "./read-facts";
import { listShippedSnapshots, readShippedFacts } from "./shipped-snapshots";
import { findStoredFacts } from "./stored-facts";

export interface SyncOptions {
  /** A folder or an http(s) address. */
  from: string;
  /** YYYY-MM-DD, for the public list of members only. */
  asOf?: string | undefined;
  isDryRun: boolean;
}

export interface SyncResult {
  difference: FactsDifference;
  /** What was left out and why. */
  remarks: string[];
}

/**
 * Reads facts, checks them, and applies them unless it is a dry run. The public list of members is laid over
 * the facts in the database, or over those that the project carries where the database has none.
 * @throws {FactsError} and changes nothing
 */
export async function syncCongress(
  connection: DatabaseConnection,
  options: SyncOptions,
  now: Date,
): Promise<SyncResult> {
  await migrateDatabase(connection);
  return connection.withLock("congress-facts", async (db) => {
    const { facts, remarks } = await readFacts(options.from, {
      asOf: options.asOf,
      async findBase(congress) {
        const stored = await findStoredFacts(db, congress);
        if (stored !== null) return stored.facts;
        const shipped = await listShippedSnapshots();
        return shipped.some((snapshot) => snapshot.congress === congress) ? readShippedFacts(congress) : null;
      },
    });
    const difference = options.isDryRun ? await previewFacts(db, facts, now) : await applyFacts(db, facts, now);
    return { difference, remarks };
  });
}
