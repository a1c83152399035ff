import type { CongressFacts, Lawmaker } from "~db/congress/facts";
import { readShippedFacts } from "~db/congress/shipped-snapshots";

/** The facts that the project carries, read once for a test file. */
export const shipped: CongressFacts = await readShippedFacts(119);

/** The same facts with some of them replaced. */
export function shippedWith(changes: Partial<CongressFacts>): CongressFacts {
  return { ...shipped, ...changes };
}

/** The lawmakers with one of them changed. */
export function lawmakersWith(bioguide: string, changes: Partial<Lawmaker>): Lawmaker[] {
  return shipped.lawmakers.map((lawmaker) => (lawmaker.bioguide === bioguide ? { ...lawmaker, ...changes } : lawmaker));
}

export function shippedMember(bioguide: string): Lawmaker {
  const lawmaker = shipped.lawmakers.find((member) => member.bioguide === bioguide);
  if (lawmaker === undefined) throw new Error(`${bioguide} is not in the snapshot`);
  return lawmaker;
}
