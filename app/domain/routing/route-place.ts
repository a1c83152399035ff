import { findPlace, type PlaceInput } from "./find-place";
import { matchRule } from "./match-rule";
import { partnersNear } from "./partners-near";
import { planActions } from "./plan-actions";
import type { RoutedAction } from "./routed-action";
import type { RoutingFacts } from "./routing-facts";

export interface Route {
  /** The rule that decided; "none" where no rule matched. */
  ruleKey: string;
  /** As chosen. */
  country: string;
  /** The part of the country that decided, where one did. */
  subdivision: string | null;
  /** Never empty. */
  actions: RoutedAction[];
}

/**
 * What somebody in a place can do now.
 * @throws {DomainError} countryNotFound
 */
export function routePlace(facts: RoutingFacts, input: PlaceInput): Route {
  const place = findPlace(facts, input);
  const country = facts.countries.get(place.country);
  const partners = partnersNear(facts, place);
  const rule = matchRule(facts.rules, {
    ...place,
    isListed: country !== undefined && country.actions !== null,
    groups: country?.groups ?? [],
    regionHasPartnerCampaign: partners.country.length + partners.region.length > 0,
  });
  const ids = rule === null ? [] : (rule.actions ?? country?.actions ?? []);
  return {
    ruleKey: rule?.key ?? "none",
    country: place.country,
    subdivision: place.subdivision,
    actions: planActions(ids, facts, place, partners),
  };
}
