import { eq } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { submitForReview } from "../content/submit-for-review.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { hasWaiting, submitActionDrafts } from "../partner-actions/waiting-routing.server";
import { tellHost } from "./approval-mail.server";
import { decide, planForHost } from "./approvals.server";
import { type CampaignTexts, getCampaignTexts, localesOf, newestIn } from "./campaign-texts.server";
import { holdOwnCampaign, type OwnCampaign } from "./own-campaign.server";
import type { Blocker } from "./publication-plan.server";
import { textKinds } from "./text-shape";

export type AskedHost =
  | { outcome: "asked" | "already" | "nothing" | "archived" | "partnerPaused" }
  | { outcome: "blocked"; blockers: Blocker[] };

export interface AskInput {
  /** For the host; null for none. */
  note: string | null;
  /** Of a campaign that is not public yet: when it is to become so, null for as soon as the host has said yes. */
  publishAt: Date | null;
}

/**
 * Asks the host to bring a campaign, or what was changed about it, before the public. Drafts in languages that have both
 * texts are submitted with it.
 * @throws {DomainError} notAllowed, notFound
 */
export async function askHost(ctx: Context, actor: PortalActor, slug: string, input: AskInput): Promise<AskedHost> {
  try {
    return await ctx.db.transaction((db) => ask({ ...ctx, db }, actor, slug, input));
  } catch (error) {
    if (error instanceof NotAsked) return error.outcome;
    throw error;
  }
}

/** Nothing is asked, and so nothing stays submitted. */
class NotAsked extends Error {
  constructor(readonly outcome: AskedHost) {
    super("The host was not asked.");
  }
}

async function ask(tx: Context, actor: PortalActor, slug: string, input: AskInput): Promise<AskedHost> {
  const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
  const { partnerId } = campaign;
  // The host asks nobody.
  if (partnerId === null || actor.organization.kind === "host") throw new DomainError("notAllowed");
  if (campaign.state === "archived") return { outcome: "archived" };
  if (campaign.partner?.status !== "active") return { outcome: "partnerPaused" };
  if (campaign.approval !== null && campaign.approval.decision === null) return { outcome: "already" };

  await submitDrafts(tx, actor, slug, await getCampaignTexts(tx, slug));
  await submitActionDrafts(tx, actor, campaign);
  const isDraft = campaign.status === "draft";
  const { plan, routing } = await planForHost(tx, campaign);
  const blockers = plan.blockers.filter((one) => isDraft || one !== "closed");
  if (blockers.length > 0) throw new NotAsked({ outcome: "blocked", blockers });
  const isNothing = plan.texts.length === 0 && campaign.proposedFacts === null && !hasWaiting(routing);
  if (!isDraft && isNothing) throw new NotAsked({ outcome: "nothing" });

  const id = tx.newId();
  await tx.db.insert(campaignApprovals).values({
    id,
    campaignId: campaign.id,
    partnerId,
    requestedBy: actor.name,
    requestedAt: tx.now(),
    note: input.note?.replaceAll("\0", "") ?? null,
  });
  if (isDraft) await tx.db.update(campaigns).set({ publishAt: input.publishAt }).where(eq(campaigns.id, campaign.id));
  await tellHost(tx, id);
  await audit(tx, actor, campaign, "ask", { request: id, texts: plan.texts.length });
  return { outcome: "asked" };
}

async function submitDrafts(tx: Context, actor: PortalActor, slug: string, texts: CampaignTexts): Promise<void> {
  for (const locale of localesOf(texts)) {
    const newest = textKinds.map((kind) => ({ kind, revision: newestIn(texts[kind], locale) }));
    if (newest.some(({ revision }) => revision === null)) continue;
    for (const { kind, revision } of newest) {
      if (revision?.state !== "draft") continue;
      await submitForReview(tx, actor, { kind, key: slug, locale, number: revision.number });
    }
  }
}

/** Takes the request back. @throws {DomainError} notAllowed, notFound */
export async function withdrawRequest(ctx: Context, actor: PortalActor, slug: string): Promise<"done" | "nothing"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
    const { approval } = campaign;
    if (approval === null || approval.decision !== null) return "nothing";
    await decide(tx, actor, campaign, "withdrawn", null);
    await audit(tx, actor, campaign, "withdraw-request", { request: approval.id });
    return "done";
  });
}

async function audit(
  tx: Context,
  actor: PortalActor,
  { id, partnerId }: OwnCampaign,
  deed: string,
  facts: Record<string, string | number>,
): Promise<void> {
  await recordAudit(tx, { actor: actor.name, action: `campaign.${deed}`, campaignId: id, partnerId, facts });
}
