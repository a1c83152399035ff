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
  /** M49 regions around the country, nearest first, without the world. */
  regions: readonly string[];
  regionHasPartnerCampaign: boolean;
}

/** A condition of a rule that a place does not meet. */
export type Unmet = keyof RoutingMatch;

/** A rule as it was held against a place. */
export interface ConsideredRule {
  rule: RoutingRule;
  /** Empty: it matches. */
  unmet: Unmet[];
}

/** Every rule, the strongest first, with what of it a place does not meet. Equal rules are decided by their key. */
export function considerRules(rules: readonly RoutingRule[], place: MatchedPlace): ConsideredRule[] {
  return [...rules].sort(strongerFirst).map((rule) => ({ rule, unmet: unmetOf(rule.match, place) }));
}

/** The rule that decides for a place, or null where none matches. */
export function matchRule(rules: readonly RoutingRule[], place: MatchedPlace): RoutingRule | null {
  return considerRules(rules, place).find(({ unmet }) => unmet.length === 0)?.rule ?? null;
}

/** The codes by which a rule's `place` may name a place, the narrowest first. */
export function codesOf({ country, subdivision, regions, groups }: MatchedPlace): string[] {
  return [...(subdivision === null ? [] : [subdivision]), country, ...regions, ...groups];
}

function strongerFirst(a: RoutingRule, b: RoutingRule): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.isOfCampaign !== b.isOfCampaign) return a.isOfCampaign ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function unmetOf(match: RoutingMatch, place: MatchedPlace): Unmet[] {
  const { subdivision } = place;
  const codes = codesOf(place);
  const met: Record<Unmet, boolean> = {
    usVoterAbroad: match.usVoterAbroad === undefined || place.usVoterAbroad,
    place: match.place === undefined || match.place.some((code) => codes.includes(code)),
    subdivision: match.subdivision === undefined || (subdivision !== null && match.subdivision.includes(subdivision)),
    country: match.country === undefined || match.country.includes(place.country),
    listedCountry: match.listedCountry === undefined || place.isListed,
    group: match.group === undefined || match.group.some((group) => place.groups.includes(group)),
    regionHasPartnerCampaign: match.regionHasPartnerCampaign === undefined || place.regionHasPartnerCampaign,
  };
  return conditions.filter((condition) => !met[condition]);
}

const conditions: readonly Unmet[] = [
  "usVoterAbroad",
  "place",
  "subdivision",
  "country",
  "listedCountry",
  "group",
  "regionHasPartnerCampaign",
];
