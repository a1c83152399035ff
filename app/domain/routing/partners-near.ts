import type { Place } from "./find-place";
import { regionPath } from "./region-path";
import type { PartnerActionItem, partnerScopes } from "./routed-action";
import type { OfferedAction, RoutingFacts } from "./routing-facts";

export type PartnersNear = Record<(typeof partnerScopes)[number], PartnerActionItem[]>;

interface Near {
  action: OfferedAction;
  scope: keyof PartnersNear;
  /** Steps up the M49 tree to a region that holds both the place and the action. */
  steps: number;
}

/**
 * The partners' actions around a place: of its country; of its M49 sub-region, then of each wider one; of the world.
 * Each stands once, where it is nearest. Within a level: pinned first, then the campaign's own in
 * their order, then in the reader's language, then newest.
 */
export function partnersNear(facts: RoutingFacts, place: Place): PartnersNear {
  const stepsTo = stepsToCountries(facts, place);
  const near = facts.partnerActions
    .flatMap((action) => nearness(action, place, stepsTo))
    .sort((a, b) => a.steps - b.steps || compareActions(a.action, b.action, facts.locale));
  const itemsOf = (scope: keyof PartnersNear) =>
    near.filter((one) => one.scope === scope).map((one) => one.action.item);
  return { country: itemsOf("country"), region: itemsOf("region"), world: itemsOf("world") };
}

function nearness(action: OfferedAction, place: Place, stepsTo: (country: string) => number): Near[] {
  if (action.countries.some((country) => place.homeCountries.includes(country))) {
    return [{ action, scope: "country", steps: 0 }];
  }
  const steps = Math.min(...action.countries.map(stepsTo));
  if (steps < Number.POSITIVE_INFINITY) return [{ action, scope: "region", steps }];
  return action.isWorldwide ? [{ action, scope: "world", steps: 0 }] : [];
}

function stepsToCountries(facts: RoutingFacts, place: Place): (country: string) => number {
  const [home] = place.homeCountries;
  const around = home === undefined ? [] : regionPath(facts, home);
  return (country) => {
    const theirs = regionPath(facts, country);
    const shared = around.findIndex((region) => theirs.includes(region));
    return shared === -1 ? Number.POSITIVE_INFINITY : shared;
  };
}

function compareActions(a: OfferedAction, b: OfferedAction, locale: string): number {
  if (a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1;
  if (a.position !== b.position)
    return (a.position ?? Number.POSITIVE_INFINITY) - (b.position ?? Number.POSITIVE_INFINITY);
  const aIsReaders = language(a.item.locale) === language(locale);
  const bIsReaders = language(b.item.locale) === language(locale);
  if (aIsReaders !== bIsReaders) return aIsReaders ? -1 : 1;
  return b.publishedAt.getTime() - a.publishedAt.getTime() || (a.item.slug < b.item.slug ? -1 : 1);
}

function language(locale: string): string {
  return locale.split("-", 1)[0] ?? locale;
}
