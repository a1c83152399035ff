import { setImmediate } from "node:timers/promises";
import type { Database } from "../database";
import { checkFacts } from "./check-facts";
import { changedParts, compareFacts, type FactsDifference, isDifferent } from "./compare-facts";
import { dayOf, ordinal } from "./congress-dates";
import type { CongressFacts } from "./facts";
import { FactsError } from "./facts-error";
import { findFormerFacts, keepFormerFacts, packFacts } from "./former-facts";
import { findStoredFacts, lockStoredFacts, type StoredFacts, storeFacts } from "./stored-facts";

/** What was changed, told in the same transaction. */
export interface Applied {
  difference: FactsDifference;
  /** Of the facts that hold now. */
  revision: number;
}

export interface ApplyOptions {
  /** The stored facts that the new ones were made from, null for none; without it they are read. */
  madeFrom?: StoredFacts | null | undefined;
  /** May refuse by throwing, once the difference is known. */
  accept?: (difference: FactsDifference) => void;
  /** Called when something was changed, such as for the audit log. */
  onApplied?: ((tx: Database, applied: Applied) => Promise<void>) | undefined;
}

/**
 * Puts the facts of one Congress in place of those that the database holds, which are kept for a roll-back, in one
 * transaction. Equal facts change nothing, not even the revision. Other Congresses stay as they are.
 * @throws {FactsError} when the facts must not be believed, or somebody else was quicker; nothing is changed then
 */
export async function applyFacts(
  db: Database,
  facts: CongressFacts,
  now: Date,
  options: ApplyOptions = {},
): Promise<FactsDifference> {
  // Each step takes a moment, and whoever shares the process with the import gets a turn between them.
  await setImmediate();
  checkFacts(facts, dayOf(now));
  await setImmediate();
  const { madeFrom } = options;
  const stored = madeFrom === undefined ? await findStoredFacts(db, facts.congress) : madeFrom;
  const difference = compareFacts(stored?.facts ?? null, facts);
  if (!isDifferent(difference)) return difference;
  options.accept?.(difference);
  await setImmediate();
  const parts = changedParts(difference);
  const former = stored && (await packFacts(stored, parts));

  // All that takes time is done: the embedded database has one connection, and visitors wait for it.
  await db.transaction(async (tx) => {
    if ((await lockStoredFacts(tx, facts.congress)) !== (stored?.revision ?? null)) {
      throw new FactsError("The facts were changed by somebody else meanwhile. Nothing was changed: try again.");
    }
    if (former !== null) await keepFormerFacts(tx, former, now);
    await storeFacts(tx, facts, parts, now);
    await options.onApplied?.(tx, { difference, revision: (stored?.revision ?? 0) + 1 });
  });
  return difference;
}

/** What {@link applyFacts} would change. @throws {FactsError} */
export async function previewFacts(
  db: Database,
  facts: CongressFacts,
  now: Date,
  { madeFrom }: Pick<ApplyOptions, "madeFrom"> = {},
): Promise<FactsDifference> {
  checkFacts(facts, dayOf(now));
  const stored = madeFrom === undefined ? await findStoredFacts(db, facts.congress) : madeFrom;
  return compareFacts(stored?.facts ?? null, facts);
}

/**
 * Puts back the facts that were replaced last. Those of now are kept in their place: a second roll-back undoes the first.
 * @throws {FactsError} when none are kept
 */
export async function rollBackFacts(
  db: Database,
  congress: number,
  now: Date,
  options: Pick<ApplyOptions, "onApplied"> = {},
): Promise<FactsDifference> {
  const madeFrom = await findStoredFacts(db, congress);
  const former = madeFrom && (await findFormerFacts(db, madeFrom.facts));
  if (former === null) throw new FactsError(`No former facts of the ${ordinal(congress)} Congress are kept.`);
  return applyFacts(db, former, now, { ...options, madeFrom });
}
