import { contentHash } from "~db/schema/content/content-hash";
import type { RoutingPlan } from "~db/schema/content/routing-plan";
import type { PortalActor } from "../access/portal-actor";
import { approve } from "../content/approve.server";
import type { Revision } from "../content/find-item.server";
import { sendBack } from "../content/send-back.server";
import { submitForReview } from "../content/submit-for-review.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { TextRefused } from "../workshop/go-public.server";
import type { OwnCampaign } from "../workshop/own-campaign.server";
import { findActionTexts, newestTexts, publishApproved } from "./action-texts.server";
import { applyProposedPlan, planInHand, proposedPlanOf } from "./routing-plan.server";

/** A text of an action that readers do not see yet. */
interface WaitingText {
  /** Slug of the action. */
  key: string;
  revision: Revision;
}

/** What of a campaign's actions and rules a yes of the host would bring before the public. */
export interface WaitingRouting {
  plan: RoutingPlan;
  /** Whether the plan differs from what is in force. */
  isProposed: boolean;
  /** In review, or approved. */
  texts: WaitingText[];
}

export async function routingForHost(ctx: Context, campaign: OwnCampaign): Promise<WaitingRouting> {
  const plan = await planInHand(ctx, campaign);
  const texts = await listNewest(ctx, plan);
  return {
    plan,
    isProposed: proposedPlanOf(campaign) !== null,
    texts: texts.filter(({ revision: { state } }) => state === "in_review" || state === "approved"),
  };
}

export function hasWaiting({ isProposed, texts }: WaitingRouting): boolean {
  return isProposed || texts.length > 0;
}

/** A hash of all that a yes is said to. */
export function routingHash({ plan, texts }: WaitingRouting): string {
  const said = texts.map(({ key, revision: { locale, number, sha256 } }) => `${key} ${locale} ${number} ${sha256}`);
  return contentHash({ plan, said });
}

/** Submits what is still a draft, with the campaign that is submitted. */
export async function submitActionDrafts(tx: Context, actor: PortalActor, campaign: OwnCampaign): Promise<void> {
  for (const { key, revision } of await listNewest(tx, await planInHand(tx, campaign))) {
    if (revision.state !== "draft") continue;
    const { locale, number } = revision;
    await submitForReview(tx, actor, { kind: "partner_action", key, locale, number });
  }
}

/**
 * Approves every text that waits, brings them before readers, and puts in force what was proposed.
 * @returns how many texts came out
 * @throws {TextRefused}
 */
export async function approveRouting(
  tx: Context,
  actor: PortalActor,
  campaign: OwnCampaign,
  { texts }: WaitingRouting,
): Promise<number> {
  await applyProposedPlan(tx, campaign);
  for (const { key, revision } of texts) {
    if (revision.state !== "in_review") continue;
    const { locale, number } = revision;
    const done = await approve(tx, actor, { kind: "partner_action", key, locale, number });
    if (done.outcome === "notAllowed") throw new TextRefused(done.why);
    if (done.outcome !== "done" && done.outcome !== "already") throw new TextRefused("changed");
  }
  let out = 0;
  for (const key of new Set(texts.map((text) => text.key))) out += await publishApproved(tx, actor, key);
  return out;
}

/** Makes every text in review its writer's draft again. */
export async function sendRoutingBack(
  tx: Context,
  actor: PortalActor,
  { texts }: WaitingRouting,
  reason: string,
): Promise<void> {
  for (const { key, revision } of texts) {
    if (revision.state !== "in_review") continue;
    const { locale, number } = revision;
    const done = await sendBack(tx, actor, { kind: "partner_action", key, locale, number }, reason);
    if (done.outcome === "notAllowed") throw new DomainError("notAllowed");
  }
}

async function listNewest(ctx: Context, { actions }: RoutingPlan): Promise<WaitingText[]> {
  const texts = await findActionTexts(
    ctx,
    actions.filter(({ isRetired }) => !isRetired).map(({ slug }) => slug),
  );
  return [...texts].flatMap(([key, text]) => newestTexts(text).map((revision) => ({ key, revision })));
}
