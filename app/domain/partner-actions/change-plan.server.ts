import { eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { contentHash } from "~db/schema/content/content-hash";
import type { RoutingPlan } from "~db/schema/content/routing-plan";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { mustAsk, type OwnCampaign } from "../workshop/own-campaign.server";
import { applyPlan, proposedPlanOf, readPlan } from "./routing-plan.server";

/**
 * `proposed`: the public goes on seeing what it saw until the host says yes. `outdated`: somebody else changed the same
 * since; nothing was changed. `gone`: what it is about is not there.
 */
export type PlanOutcome = "saved" | "proposed" | "unchanged" | "outdated" | "gone";

/** What an edit makes of a plan: another, the same, or why not. */
export type PlanEdit = (plan: RoutingPlan) => RoutingPlan | "outdated" | "gone";

/**
 * Changes the actions and rules of a campaign, in the transaction of `tx` that holds it. Where the host has to say yes first and
 * the campaign is public or approved already, the change waits for that, as with `changeFacts`.
 * @param deed for the audit log: `action.change`
 */
export async function changePlan(
  tx: Context,
  actor: PortalActor,
  campaign: OwnCampaign,
  { deed, about, edit }: { deed: string; about: string; edit: PlanEdit },
): Promise<PlanOutcome> {
  const live = await readPlan(tx, campaign);
  const proposed = proposedPlanOf(campaign);
  const waits = mustAsk(actor, campaign) && (campaign.status !== "draft" || campaign.approvedAt !== null);
  const before = proposed ?? live;
  const after = edit(before);
  if (typeof after === "string") return after;
  if (isSame(after, before)) return "unchanged";

  // What the host's people change is in force at once, and what waits is built on it.
  const inForce = waits ? live : proposed === null ? after : settled(edit(live), live);
  const waiting = waits || proposed !== null ? after : null;
  if (!waits) await applyPlan(tx, campaign, inForce);
  await tx.db
    .update(campaigns)
    .set({ proposedRouting: waiting === null || isSame(waiting, inForce) ? null : waiting })
    .where(eq(campaigns.id, campaign.id));
  await recordAudit(tx, {
    actor: actor.name,
    action: deed,
    campaignId: campaign.id,
    partnerId: campaign.partnerId,
    facts: { about, waits },
  });
  return isSame(inForce, live) ? "proposed" : "saved";
}

/** What is only proposed yet is no part of what is in force. */
function settled(edited: RoutingPlan | "outdated" | "gone", live: RoutingPlan): RoutingPlan {
  return typeof edited === "string" ? live : edited;
}

function isSame(a: RoutingPlan, b: RoutingPlan): boolean {
  return contentHash(a) === contentHash(b);
}

/** One of two neighbours in a list moves up or down. */
export function moved<T extends { id: string }>(list: readonly T[], id: string, by: -1 | 1): T[] | null {
  const from = list.findIndex((one) => one.id === id);
  const part = list[from];
  if (part === undefined) return null;
  const rest = list.filter((one) => one.id !== id);
  const to = Math.max(0, Math.min(rest.length, from + by));
  return [...rest.slice(0, to), part, ...rest.slice(to)];
}

/** Puts one part of a list in place of the one of the same id, where that is still what its writer saw. */
export function replaced<T extends { id: string }>(
  list: readonly T[],
  part: T,
  seen: string,
): T[] | "outdated" | "gone" {
  const known = list.find(({ id }) => id === part.id);
  if (known === undefined) return "gone";
  if (contentHash(known) === contentHash(part)) return [...list];
  if (contentHash(known) !== seen) return "outdated";
  return list.map((one) => (one.id === part.id ? part : one));
}
