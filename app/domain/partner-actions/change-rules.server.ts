import type { PlannedRule, RoutingPlan } from "~db/schema/content/routing-plan";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { loadRoutingFacts } from "../routing/load-routing-facts.server";
import { isPlace } from "../routing/rule-places";
import { holdOwnCampaign } from "../workshop/own-campaign.server";
import { changePlan, moved, type PlanOutcome, replaced } from "./change-plan.server";

/** As many as one can keep in mind, and more. */
const MOST_RULES = 50;

/**
 * `full`: there are too many. `placeUnknown`, `actionUnknown`: it names what is not there. `everybodyTwice`: there is a rule for
 * everybody else already.
 */
export type RuleOutcome = PlanOutcome | "full" | "placeUnknown" | "actionUnknown" | "everybodyTwice";

/**
 * Adds a rule to a campaign, before the one for everybody else, or changes one. Adding twice under one id is adding once.
 * @param seen hash of what the writer saw; empty for a new rule
 * @throws {DomainError} notAllowed, notFound
 */
export async function saveRule(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { seen, planned }: { seen: string; planned: PlannedRule },
): Promise<RuleOutcome> {
  return ctx.db.transaction(async (db): Promise<RuleOutcome> => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.change", slug);
    const facts = await loadRoutingFacts(tx, campaign.id, campaign.defaultLocale);
    if (!planned.places.every((code) => isPlace(facts, code))) return "placeUnknown";
    let refused: "full" | "actionUnknown" | "everybodyTwice" | null = null;
    const outcome = await changePlan(tx, actor, campaign, {
      deed: seen === "" ? "rule.add" : "rule.change",
      about: planned.id,
      edit: (plan) => {
        const known = new Set(plan.actions.map((action) => action.slug));
        if (!planned.actions.every((one) => known.has(one))) refused = "actionUnknown";
        else if (isEverybodyTwice(plan, planned)) refused = "everybodyTwice";
        else if (seen === "" && plan.rules.length >= MOST_RULES) refused = "full";
        return refused === null ? withRule(plan, planned, seen) : plan;
      },
    });
    return refused ?? outcome;
  });
}

function isEverybodyTwice({ rules }: RoutingPlan, { id, places }: PlannedRule): boolean {
  return places.length === 0 && rules.some((rule) => rule.id !== id && rule.places.length === 0);
}

function withRule(plan: RoutingPlan, rule: PlannedRule, seen: string): RoutingPlan | "outdated" | "gone" {
  const isNew = seen === "" && !plan.rules.some(({ id }) => id === rule.id);
  const rules = isNew ? [...plan.rules, rule] : replaced(plan.rules, rule, seen);
  return typeof rules === "string" ? rules : { ...plan, rules: everybodyLast(rules) };
}

/** Moves a rule one place up (-1) or down: the first that fits decides. @throws {DomainError} notAllowed, notFound */
export function moveRule(ctx: Context, actor: PortalActor, slug: string, id: string, by: -1 | 1): Promise<PlanOutcome> {
  return edit(ctx, actor, slug, id, "rule.move", (rules) => {
    const changed = moved(rules, id, by);
    return changed === null ? "gone" : everybodyLast(changed);
  });
}

/** Takes a rule away; doing it again changes nothing. @throws {DomainError} notAllowed, notFound */
export function removeRule(ctx: Context, actor: PortalActor, slug: string, id: string): Promise<PlanOutcome> {
  return edit(ctx, actor, slug, id, "rule.remove", (rules) => rules.filter((rule) => rule.id !== id));
}

/** What is for everybody else comes after all that is for some. */
function everybodyLast(rules: readonly PlannedRule[]): PlannedRule[] {
  const isForSome = ({ places }: PlannedRule) => places.length > 0;
  return [...rules.filter(isForSome), ...rules.filter((rule) => !isForSome(rule))];
}

async function edit(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  deed: string,
  change: (rules: readonly PlannedRule[]) => PlannedRule[] | "gone",
): Promise<PlanOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.change", slug);
    return changePlan(tx, actor, campaign, {
      deed,
      about: id,
      edit: (plan) => {
        const rules = change(plan.rules);
        return rules === "gone" ? rules : { ...plan, rules };
      },
    });
  });
}
