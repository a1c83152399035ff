import type { PlannedRule } from "~db/schema/content/routing-plan";
import type { RoutingFacts } from "./routing-facts";
import { smallestPlaces } from "./rule-places";

export interface RuleWarnings {
  /** By the rule's id: `never` where an earlier rule takes everybody, or else the places of which earlier rules take all. */
  taken: Map<string, "never" | string[]>;
  /** Countries of the campaign that no rule names. */
  unreached: string[];
}

/**
 * What is odd about a campaign's rules, the first of which is the strongest.
 * @param countries for whom the campaign is; empty: for everybody
 */
export function warningsOf(
  facts: Pick<RoutingFacts, "countries" | "parentRegions">,
  rules: readonly PlannedRule[],
  countries: readonly string[],
): RuleWarnings {
  const taken: RuleWarnings["taken"] = new Map();
  const before = new Set<string>();
  let isEverybodyTaken = false;
  for (const { id, places } of rules) {
    const own = smallestPlaces(facts, places);
    if (isEverybodyTaken || (places.length > 0 && [...own].every((place) => before.has(place)))) taken.set(id, "never");
    else {
      const gone = places.filter((code) => [...smallestPlaces(facts, [code])].every((place) => before.has(place)));
      if (gone.length > 0) taken.set(id, gone);
    }
    for (const place of own) before.add(place);
    isEverybodyTaken ||= places.length === 0;
  }
  const isReached = (country: string) => isEverybodyTaken || before.has(country);
  return { taken, unreached: rules.length === 0 ? [] : countries.filter((country) => !isReached(country)) };
}
