import type { Database } from "../database";
import { AbsurdChangeError, listAbsurdities } from "./absurd-changes";
import { type ApplyOptions, applyFacts, previewFacts } from "./apply-facts";
import type { FactsDifference } from "./compare-facts";
import { readFacts } from "./read-facts";
import { listShippedSnapshots, readShippedFacts } from "./shipped-snapshots";
import { findStoredFacts, type StoredFacts } from "./stored-facts";

export interface SyncOptions {
  /** A folder or an http(s) address. */
  from: string;
  /** YYYY-MM-DD, for the public list of members only. */
  asOf?: string | undefined;
  isDryRun?: boolean;
  /** Applies a change that looks like damage. */
  isForced?: boolean;
  onApplied?: ApplyOptions["onApplied"];
}

export interface SyncResult {
  difference: FactsDifference;
  /** What was left out and why. */
  remarks: string[];
  /** Why the change was refused without force: what was forced, or in a dry run would have to be. */
  absurdities: string[];
}

/**
 * Reads facts, checks them, and applies them unless it is a dry run. The public list of members is laid over
 * the facts in the database, or over those that the project carries where the database has none. Everything is read
 * before the transaction begins: nobody waits for the source.
 * @throws {FactsError} and changes nothing; {@link AbsurdChangeError} where force would help
 */
export async function syncCongress(db: Database, options: SyncOptions, now: Date): Promise<SyncResult> {
  const bases = new Map<number, StoredFacts | null>();
  const { facts, remarks } = await readFacts(options.from, {
    asOf: options.asOf,
    async findBase(congress) {
      const stored = await findStoredFacts(db, congress);
      bases.set(congress, stored);
      if (stored !== null) return stored.facts;
      const shipped = await listShippedSnapshots();
      return shipped.some((snapshot) => snapshot.congress === congress) ? readShippedFacts(congress) : null;
    },
  });
  const madeFrom = bases.get(facts.congress);
  if (options.isDryRun) {
    const difference = await previewFacts(db, facts, now, { madeFrom });
    return { difference, remarks, absurdities: listAbsurdities(difference) };
  }

  let absurdities: string[] = [];
  const difference = await applyFacts(db, facts, now, {
    madeFrom,
    accept(found) {
      absurdities = listAbsurdities(found);
      if (absurdities.length > 0 && !options.isForced) throw new AbsurdChangeError(found, absurdities);
    },
    onApplied: options.onApplied,
  });
  return { difference, remarks, absurdities };
}
