import type { Database } from "../database";
import { checkFacts } from "./check-facts";
import { changedParts, compareFacts, type FactsDifference, isDifferent } from "./compare-facts";
import { dayOf } from "./congress-dates";
import type { CongressFacts } from "./facts";
import { findStoredFacts, lockStoredFacts, storeFacts } from "./stored-facts";

/**
 * Puts the facts of one Congress in place of those that the database holds, in one transaction. Equal facts
 * change nothing, not even the revision. Other Congresses stay as they are.
 * @throws {FactsError} when the facts must not be believed; nothing is changed then
 */
export async function applyFacts(db: Database, facts: CongressFacts, now: Date): Promise<FactsDifference> {
  checkFacts(facts, dayOf(now));
  return db.transaction(async (tx) => {
    await lockStoredFacts(tx, facts.congress);
    const difference = await differenceToStored(tx, facts);
    if (isDifferent(difference)) await storeFacts(tx, facts, changedParts(difference), now);
    return difference;
  });
}

/** What {@link applyFacts} would change. @throws {FactsError} */
export async function previewFacts(db: Database, facts: CongressFacts, now: Date): Promise<FactsDifference> {
  checkFacts(facts, dayOf(now));
  return differenceToStored(db, facts);
}

async function differenceToStored(db: Database, facts: CongressFacts): Promise<FactsDifference> {
  const stored = await findStoredFacts(db, facts.congress);
  return compareFacts(stored?.facts ?? null, facts);
}
