import { type FactsIndex, factsInForce } from "./facts-in-force";
import type { Lawmaker } from "./lawmaker";

/** A sitting member by their Bioguide id, or null. */
export function findLawmaker(index: FactsIndex, bioguide: string, now: Date): Lawmaker | null {
  const at = factsInForce(index, now);
  return at.status === "missing" ? null : (at.facts.lawmakers.get(bioguide) ?? null);
}
