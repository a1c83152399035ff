import type { RoutingMatch } from "~db/schema/content/routing-match";

/** A stored rule with its JSON validated. */
export interface RoutingRule {
  key: string;
  /** The highest that matches wins. */
  priority: number;
  /** Made for one campaign; beats a rule of all campaigns with the same priority. */
  isOfCampaign: boolean;
  match: RoutingMatch;
  /** Null: the actions listed with the country. */
  actions: readonly string[] | null;
}

/** What rules ask about a place. */
export interface MatchedPlace {
  /** As chosen, ISO 3166-1 alpha-2; ZZ = prefer not to say. */
  country: string;
  /** ISO 3166-2. */
  subdivision: string | null;
  usVoterAbroad: boolean;
  isListed: boolean;
  groups: readonly string[];
  regionHasPartnerCampaign: boolean;
}

/** The rule that decides for a place, or null where none matches. Equal rules are decided by their key. */
export function matchRule(rules: readonly RoutingRule[], place: MatchedPlace): RoutingRule | null {
  return rules.filter((rule) => matches(rule.match, place)).sort(strongerFirst)[0] ?? null;
}

function strongerFirst(a: RoutingRule, b: RoutingRule): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.isOfCampaign !== b.isOfCampaign) return a.isOfCampaign ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function matches(match: RoutingMatch, place: MatchedPlace): boolean {
  const { subdivision } = place;
  return (
    (match.usVoterAbroad === undefined || place.usVoterAbroad) &&
    (match.subdivision === undefined || (subdivision !== null && match.subdivision.includes(subdivision))) &&
    (match.country === undefined || match.country.includes(place.country)) &&
    (match.listedCountry === undefined || place.isListed) &&
    (match.group === undefined || match.group.some((group) => place.groups.includes(group))) &&
    (match.regionHasPartnerCampaign === undefined || place.regionHasPartnerCampaign)
  );
}
