import type { Database } from "../database";
import { applyFacts } from "./apply-facts";
import { listShippedSnapshots, readShippedFacts } from "./shipped-snapshots";
import { listStoredRevisions } from "./stored-facts";

/**
 * Gives the database the facts that the project carries, where it has none of that Congress or older ones. Facts
 * that were synced since are newer and stay. A second run changes nothing and reads no snapshot.
 */
export async function ensureCongressFacts(db: Database, now: Date): Promise<void> {
  const stored = new Map((await listStoredRevisions(db)).map(({ congress, asOf }) => [congress, asOf]));
  for (const { congress, asOf } of await listShippedSnapshots()) {
    const known = stored.get(congress);
    if (known !== undefined && known >= asOf) continue;
    await applyFacts(db, await readShippedFacts(congress), now);
  }
}
