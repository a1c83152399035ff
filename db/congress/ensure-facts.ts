import type { Database } from "../database";
import { applyFacts } from "./apply-facts";
import { canonical } from "./compare-facts";
import { listShippedSnapshots, readShippedFacts } from "./shipped-snapshots";
import { findStoredFacts, lacksGround, listStoredRevisions } from "./stored-facts";

/**
 * Gives the database the facts that the project carries, where it has none of that Congress or older ones. Facts
 * that were synced since are newer and stay. A second run changes nothing and reads no snapshot.
 */
export async function ensureCongressFacts(db: Database, now: Date): Promise<void> {
  const stored = new Map((await listStoredRevisions(db)).map(({ congress, asOf }) => [congress, asOf]));
  for (const { congress, asOf } of await listShippedSnapshots()) {
    const known = stored.get(congress);
    if (known === undefined || known < asOf) await applyFacts(db, await readShippedFacts(congress), now);
    else if (await lacksGround(db, congress)) await addGround(db, congress, now);
  }
}

/** Facts that were imported before there were boundaries and places get them, and stay as they are otherwise. */
async function addGround(db: Database, congress: number, now: Date) {
  const stored = await findStoredFacts(db, congress);
  const { districts, shapes, zipPlaces } = await readShippedFacts(congress);
  // Other districts than those we know have other boundaries.
  if (stored === null || canonical(stored.facts.districts) !== canonical(districts)) return;
  const { facts } = stored;
  await applyFacts(
    db,
    {
      ...facts,
      shapes: facts.shapes.length > 0 ? facts.shapes : shapes,
      zipPlaces: facts.zipPlaces.length > 0 ? facts.zipPlaces : zipPlaces,
    },
    now,
  );
}
