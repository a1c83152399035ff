import { findPlace, type Place, type PlaceInput } from "./find-place";
import { type ConsideredRule, considerRules, type MatchedPlace, type RoutingRule } from "./match-rule";
import { partnersNear } from "./partners-near";
import { planActions } from "./plan-actions";
import { regionPath } from "./region-path";
import type { RoutedAction } from "./routed-action";
import type { RoutingFacts } from "./routing-facts";
import { USUAL } from "./rule-actions";

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

/** A route with how it came about. */
export interface ExplainedRoute {
  route: Route;
  place: MatchedPlace;
  /** Every rule, the strongest first. The first without anything unmet decided. */
  considered: ConsideredRule[];
  /** The rule of all campaigns that said what is usual there, where the one that decided asks for that. */
  usual: RoutingRule | null;
}

/**
 * What somebody in a place can do now.
 * @throws {DomainError} countryNotFound
 */
export function routePlace(facts: RoutingFacts, input: PlaceInput): Route {
  return explainRoute(facts, input).route;
}

/**
 * As {@link routePlace}, which is a part of it, with the way there.
 * @throws {DomainError} countryNotFound
 */
export function explainRoute(facts: RoutingFacts, input: PlaceInput): ExplainedRoute {
  const found = findPlace(facts, input);
  const partners = partnersNear(facts, found);
  const place = matchedPlace(facts, found, partners.country.length + partners.region.length > 0);
  const considered = considerRules(facts.rules, place);
  const matching = considered.filter(({ unmet }) => unmet.length === 0).map(({ rule }) => rule);
  const rule = matching[0] ?? null;
  const ofCountry = facts.countries.get(found.country)?.actions ?? null;
  const idsOf = (one: RoutingRule | null) => (one === null ? [] : (one.actions ?? ofCountry ?? []));
  const asksForUsual = idsOf(rule).includes(USUAL);
  const usual = asksForUsual ? (matching.find(({ isOfCampaign }) => !isOfCampaign) ?? null) : null;
  const ids = idsOf(rule).flatMap((id) => (id === USUAL ? idsOf(usual) : [id]));
  const scope = rule?.match.place === undefined ? "world" : "country";
  const actions = planActions(ids, facts, found, partners, scope);
  const { country, subdivision } = found;
  return { route: { ruleKey: rule?.key ?? "none", country, subdivision, actions }, place, considered, usual };
}

function matchedPlace(facts: RoutingFacts, place: Place, regionHasPartnerCampaign: boolean): MatchedPlace {
  const country = facts.countries.get(place.country);
  const { country: code, subdivision, usVoterAbroad } = place;
  return {
    ...{ country: code, subdivision, usVoterAbroad, regionHasPartnerCampaign },
    isListed: country !== undefined && country.actions !== null,
    groups: country?.groups ?? [],
    regions: regionPath(facts, code),
  };
}
