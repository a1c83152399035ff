import type { z } from "zod";
import type { PlannedAction } from "~db/schema/content/routing-plan";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import type { actionFactsForm } from "./action-form";
import { changePlan, moved, type PlanOutcome, replaced } from "./change-plan.server";
import { askForLinkCheck } from "./link-checks.server";
import { holdOwnAction } from "./own-action.server";
import { planInHand } from "./routing-plan.server";

type ActionFacts = Omit<z.output<ReturnType<typeof actionFactsForm>>, "seen">;

/**
 * Changes what of an action is the same in all languages.
 * @param seen hash of what the writer saw
 * @throws {DomainError} notAllowed, notFound
 */
export async function changeAction(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  { seen, facts }: { seen: string; facts: ActionFacts },
): Promise<PlanOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { campaign } = await holdOwnAction(tx, actor, "campaigns.change", slug, id);
    await askForLinkCheck(tx, facts.link);
    return changePlan(tx, actor, campaign, {
      deed: "action.change",
      about: id,
      edit: (plan) => {
        const known = plan.actions.find((one) => one.id === id);
        if (known === undefined) return "gone";
        const actions = replaced(plan.actions, { ...known, ...facts }, seen);
        return typeof actions === "string" ? actions : { ...plan, actions };
      },
    });
  });
}

/** Moves an action one place up (-1) or down among those of its campaign. @throws {DomainError} notAllowed, notFound */
export function moveAction(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  by: -1 | 1,
): Promise<PlanOutcome> {
  return edit(ctx, actor, slug, id, "action.move", (actions) => moved(actions, id, by) ?? "gone");
}

/**
 * Takes an action away from signers, and brings it back. Rules that name it keep their place for it.
 * @throws {DomainError} notAllowed, notFound
 */
export function retireAction(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  isRetired: boolean,
): Promise<PlanOutcome> {
  return edit(ctx, actor, slug, id, isRetired ? "action.retire" : "action.restore", (actions) =>
    actions.map((one) => (one.id === id ? { ...one, isRetired } : one)),
  );
}

async function edit(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  deed: string,
  change: (actions: readonly PlannedAction[]) => PlannedAction[] | "gone",
): Promise<PlanOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { campaign } = await holdOwnAction(tx, actor, "campaigns.change", slug, id);
    return changePlan(tx, actor, campaign, {
      deed,
      about: id,
      edit: (plan) => {
        const actions = change(plan.actions);
        return actions === "gone" ? actions : { ...plan, actions };
      },
    });
  });
}

/** Looks at the link of an action again. @throws {DomainError} notAllowed, notFound */
export async function checkLinkAgain(ctx: Context, actor: PortalActor, slug: string, id: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { campaign } = await holdOwnAction(tx, actor, "campaigns.change", slug, id);
    const { actions } = await planInHand(tx, campaign);
    const link = actions.find((one) => one.id === id)?.link ?? null;
    if (link !== null) await askForLinkCheck(tx, link, { again: true });
  });
}
