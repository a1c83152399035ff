import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { routingMatch } from "~db/schema/content/routing-match";
import { type RoutingPlan, routingPlan } from "~db/schema/content/routing-plan";
import { partnerActions } from "~db/schema/partner-actions";
import { routingRules } from "~db/schema/routing";
import type { Context } from "../context";
import { actionId, slugOfAction, USUAL } from "../routing/rule-actions";
import type { OwnCampaign } from "../workshop/own-campaign.server";

/** What a campaign says of a place comes before what is said of all campaigns, whose rules are far below. */
const LOWEST_PRIORITY = 1_000;

type Whose = Pick<OwnCampaign, "id" | "hostId" | "proposedRouting">;

/** The actions and rules of a campaign that are in force. */
export async function readPlan({ db }: Pick<Context, "db">, { id }: Pick<Whose, "id">): Promise<RoutingPlan> {
  const actions = await db
    .select()
    .from(partnerActions)
    .where(and(eq(partnerActions.forCampaignId, id), inArray(partnerActions.status, ["published", "archived"])))
    .orderBy(asc(partnerActions.position), asc(partnerActions.id));
  const rules = await db.select().from(routingRules).where(isOfPlan(id)).orderBy(asc(routingRules.priority));
  return {
    actions: actions.map((action) => ({
      id: action.id,
      slug: action.slug,
      kind: action.kind,
      link: action.link,
      startsAt: action.startsAt?.toISOString() ?? null,
      endsAt: action.endsAt?.toISOString() ?? null,
      countries: action.countries,
      isWorldwide: action.isWorldwide,
      isRetired: action.status === "archived",
    })),
    rules: rules.reverse().map((rule) => {
      const ids = rule.actions ?? [];
      return {
        id: rule.id,
        places: routingMatch.parse(rule.match).place ?? [],
        actions: ids.flatMap((one) => slugOfAction(one) ?? []),
        withUsual: ids.includes(USUAL),
      };
    }),
  };
}

function isOfPlan(campaignId: string) {
  return and(eq(routingRules.campaignId, campaignId), gte(routingRules.priority, LOWEST_PRIORITY));
}

/** Changes that wait for the host; null where none do. */
export function proposedPlanOf({ proposedRouting }: Pick<Whose, "proposedRouting">): RoutingPlan | null {
  return proposedRouting === null ? null : routingPlan.parse(proposedRouting);
}

/** The actions and rules as they will be once the host has said yes to what waits. */
export async function planInHand(ctx: Pick<Context, "db">, campaign: Whose): Promise<RoutingPlan> {
  return proposedPlanOf(campaign) ?? (await readPlan(ctx, campaign));
}

/** The rules of a plan as routing reads them, the first the strongest. */
export function rulesOf({ rules }: RoutingPlan) {
  return rules.map(({ id, places, actions, withUsual }, index) => ({
    id,
    key: id,
    priority: LOWEST_PRIORITY + rules.length - index,
    match: places.length === 0 ? {} : { place: places },
    actions: [...actions.map(actionId), ...(withUsual ? [USUAL] : [])],
  }));
}

/** Puts actions and rules in force, in the transaction of `tx`. */
export async function applyPlan(tx: Pick<Context, "db">, { id, hostId }: Whose, plan: RoutingPlan): Promise<void> {
  for (const [position, action] of plan.actions.entries()) {
    const { kind, link, startsAt, endsAt, countries, isWorldwide, isRetired } = action;
    await tx.db
      .update(partnerActions)
      .set({
        ...{ kind, link, countries, isWorldwide, position },
        startsAt: startsAt === null ? null : new Date(startsAt),
        endsAt: endsAt === null ? null : new Date(endsAt),
        status: isRetired ? "archived" : "published",
      })
      .where(and(eq(partnerActions.id, action.id), eq(partnerActions.forCampaignId, id)));
  }
  await tx.db.delete(routingRules).where(isOfPlan(id));
  const rules = rulesOf(plan).map((rule) => ({ ...rule, hostId, campaignId: id }));
  if (rules.length > 0) await tx.db.insert(routingRules).values(rules);
}

/** Puts in force what waited. @returns whether something did */
export async function applyProposedPlan(tx: Pick<Context, "db">, campaign: Whose): Promise<boolean> {
  const proposed = proposedPlanOf(campaign);
  if (proposed === null) return false;
  await applyPlan(tx, campaign, proposed);
  await tx.db.update(campaigns).set({ proposedRouting: null }).where(eq(campaigns.id, campaign.id));
  return true;
}
