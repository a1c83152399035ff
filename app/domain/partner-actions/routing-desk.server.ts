import type { TextDirection } from "~/i18n/text-direction";
import { contentHash } from "~db/schema/content/content-hash";
import type { PlannedRule } from "~db/schema/content/routing-plan";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { loadRegionTree } from "../regions/load-region-tree.server";
import type { RegionTree } from "../regions/region-tree";
import { loadRoutingFacts } from "../routing/load-routing-facts.server";
import { codesOf, type Unmet } from "../routing/match-rule";
import { type ExplainedRoute, explainRoute } from "../routing/route-place";
import type { RoutedAction } from "../routing/routed-action";
import type { RoutingFacts } from "../routing/routing-facts";
import { smallestPlaces } from "../routing/rule-places";
import { warningsOf } from "../routing/rule-warnings";
import { type ActionsDesk, getActionsDesk } from "./actions-desk.server";
import { plannedFacts } from "./planned-facts.server";

/** A rule in the list of its campaign. */
export interface RuleLine {
  rule: PlannedRule;
  seen: string;
  /** Earlier rules take everybody, or all of these places. */
  taken: "never" | string[] | null;
}

/** How many countries the table of results holds. */
const MOST_RESULTS = 60;

export interface RoutingDesk {
  desk: ActionsDesk;
  rules: RuleLine[];
  /** Countries of the campaign that no rule names. */
  unreached: string[];
  /** Actions that some readers of the campaign see in another language than theirs. */
  untranslated: { slug: string; title: string; wanted: string; shown: string }[];
  /** What becomes of each country that the rules name. */
  results: { country: string; ruleId: string; actions: ShownAction[] }[];
  hasMoreResults: boolean;
  tree: RegionTree;
}

/** One thing that a signer would be shown. */
export type ShownAction =
  | { kind: Exclude<RoutedAction["kind"], "partner_actions"> }
  | { kind: "partner_action"; slug: string; title: string; partnerName: string; locale: string; dir: TextDirection };

/** @param locale of the reader of the page @throws {DomainError} notAllowed, notFound */
export async function getRoutingDesk(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<RoutingDesk> {
  const desk = await getActionsDesk(ctx, actor, slug, locale);
  const { plan, campaign } = desk;
  const facts = await plannedFacts(ctx, campaign.id, plan, campaign.locales[0] ?? locale);
  const { taken, unreached } = warningsOf(facts, plan.rules, campaign.countries);
  const named = [...smallestPlaces(facts, [...new Set(plan.rules.flatMap(({ places }) => places))])];
  const countries = named.filter((code) => facts.countries.has(code));
  return {
    desk,
    rules: plan.rules.map((rule) => ({ rule, seen: contentHash(rule), taken: taken.get(rule.id) ?? null })),
    unreached,
    untranslated: await listUntranslated(ctx, desk),
    results: countries.slice(0, MOST_RESULTS).map((country) => {
      const { route } = explainRoute(facts, { country });
      return { country, ruleId: route.ruleKey, actions: shown(route.actions) };
    }),
    hasMoreResults: countries.length > MOST_RESULTS,
    tree: await loadRegionTree(ctx),
  };
}

/** In each of the campaign's languages, those of its actions that a reader would see in another. */
async function listUntranslated(ctx: Context, { campaign, plan }: ActionsDesk): Promise<RoutingDesk["untranslated"]> {
  const missing: RoutingDesk["untranslated"] = [];
  for (const wanted of campaign.locales) {
    const { partnerActions } = await plannedFacts(ctx, campaign.id, plan, wanted);
    for (const { item, position } of partnerActions) {
      if (position === null || item.locale === wanted) continue;
      missing.push({ slug: item.slug, title: item.title, wanted, shown: item.locale });
    }
  }
  return missing;
}

/** How somebody gets to what they are shown, step by step. */
export interface RoutingTest {
  country: string;
  subdivision: string | null;
  /** Rules that were asked, up to the one that decided. */
  steps: {
    /** Of the campaign, by the id; or of all campaigns, by the key. */
    key: string;
    isOfCampaign: boolean;
    /** By which code of the rule it fits; null where the rule is for everybody, or does not fit. */
    fitsBy: string | null;
    unmet: Unmet[];
  }[];
  /** The rule of all campaigns that says what is usual, where the decisive one asks for that. */
  usualKey: string | null;
  actions: ShownAction[];
}

export interface TestInput {
  country: string;
  subdivision: string | null;
  locale: string;
  /** As all that is planned would have it, or as it is before the public now. */
  view: "planned" | "public";
}

/**
 * Leads somebody through the rules of a campaign, by the very function that leads signers.
 * @throws {DomainError} notAllowed, notFound, countryNotFound
 */
export async function testRouting(
  ctx: Context,
  { campaign, plan }: Pick<ActionsDesk, "campaign" | "plan">,
  { country, subdivision, locale, view }: TestInput,
): Promise<RoutingTest> {
  const facts: RoutingFacts =
    view === "public"
      ? await loadRoutingFacts(ctx, campaign.id, locale)
      : await plannedFacts(ctx, campaign.id, plan, locale);
  const explained = explainRoute(facts, { country, subdivision });
  const { route, usual } = explained;
  return {
    country: route.country,
    subdivision: route.subdivision,
    steps: stepsOf(explained),
    usualKey: usual?.key ?? null,
    actions: shown(route.actions),
  };
}

function stepsOf({ considered, place }: ExplainedRoute): RoutingTest["steps"] {
  const decisive = considered.findIndex(({ unmet }) => unmet.length === 0);
  const asked = considered.slice(0, decisive === -1 ? considered.length : decisive + 1);
  const codes = codesOf(place);
  return asked.map(({ rule: { key, isOfCampaign, match }, unmet }) => ({
    ...{ key, isOfCampaign, unmet },
    fitsBy: unmet.length > 0 ? null : (codes.find((code) => match.place?.includes(code)) ?? null),
  }));
}

function shown(actions: readonly RoutedAction[]): ShownAction[] {
  return actions.flatMap((action): ShownAction[] => {
    if (action.kind !== "partner_actions") return [{ kind: action.kind }];
    return action.items.map(({ slug, title, partnerName, locale, dir }) => ({
      ...{ kind: "partner_action" as const, slug, title, partnerName, locale, dir },
    }));
  });
}
