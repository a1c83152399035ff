import { WORLD } from "../regions/region-tree";
import { homeStates } from "../regions/us-subdivisions";
import { regionPath } from "./region-path";
import type { RoutingFacts } from "./routing-facts";

type Places = Pick<RoutingFacts, "countries" | "parentRegions">;

/** Groups of countries that a rule may name. */
export const placeGroups = ["EEA", "EU"] as const;

/** States of the United States as ISO 3166-2 has them, and DC. Its territories are countries of the list. */
export const stateCodes: readonly string[] = homeStates.map((state) => `US-${state}`);

/** Whether a rule may name this: a country, a state, an M49 region below the world, or a group. */
export function isPlace({ countries, parentRegions }: Places, code: string): boolean {
  return (
    countries.has(code) ||
    stateCodes.includes(code) ||
    (parentRegions.has(code) && code !== WORLD) ||
    placeGroups.some((group) => group === code)
  );
}

/**
 * The smallest places that a rule's codes stand for: countries and, of the United States, its states as well, so that
 * sets of them can be compared.
 */
export function smallestPlaces(facts: Places, codes: readonly string[]): Set<string> {
  const named = new Set(codes);
  const countries = [...facts.countries.values()].filter(
    ({ iso2, groups }) =>
      named.has(iso2) ||
      groups.some((group) => named.has(group)) ||
      regionPath(facts, iso2).some((one) => named.has(one)),
  );
  const all = countries.map(({ iso2 }) => iso2);
  const states = all.includes("US") ? stateCodes : stateCodes.filter((state) => named.has(state));
  return new Set([...all, ...states]);
}
