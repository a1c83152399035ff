import { asc, eq, isNull } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import { contentHash } from "~db/schema/content/content-hash";
import { partners } from "~db/schema/partners";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { approve } from "../content/approve.server";
import { sendBack } from "../content/send-back.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import {
  approveRouting,
  routingForHost,
  routingHash,
  sendRoutingBack,
  type WaitingRouting,
} from "../partner-actions/waiting-routing.server";
import { tellDecision } from "./approval-mail.server";
import { getCampaignTexts } from "./campaign-texts.server";
import { applyFacts, factsInHand, proposedFactsOf } from "./facts.server";
import { goPublic, publishTexts, TextRefused } from "./go-public.server";
import { listTitles } from "./list-own-campaigns.server";
import { holdOwnCampaign, type OwnCampaign } from "./own-campaign.server";
import { type Blocker, fingerprint, type Plan, planPublication } from "./publication-plan.server";
import { userNames } from "./user-names.server";

/** A request that waits for the host. */
export interface OpenApproval {
  slug: string;
  /** Of its newest text, in `locale`. */
  title: string;
  locale: string;
  partnerName: string;
  requestedAt: Date;
  requestedBy: string;
  note: string | null;
  /** Nothing of it is public yet; otherwise it is about changes. */
  isFirst: boolean;
}

/** What waits for the host, the oldest first. @throws {DomainError} notAllowed, to everybody but the host */
export async function listOpenApprovals(ctx: Context, actor: PortalActor): Promise<OpenApproval[]> {
  authorize(actor, "campaigns.approve");
  const rows = await ctx.db
    .select({
      approval: campaignApprovals,
      slug: campaigns.slug,
      status: campaigns.status,
      locale: campaigns.defaultLocale,
      partnerName: partners.name,
    })
    .from(campaignApprovals)
    .innerJoin(campaigns, eq(campaigns.id, campaignApprovals.campaignId))
    .innerJoin(partners, eq(partners.id, campaignApprovals.partnerId))
    .where(isNull(campaignApprovals.decidedAt))
    .orderBy(asc(campaignApprovals.requestedAt));
  const names = await userNames(
    ctx,
    rows.map(({ approval }) => approval.requestedBy),
  );
  const titles = await listTitles(
    ctx,
    rows.map(({ slug }) => slug),
  );
  return rows.map(({ approval, slug, status, locale, partnerName }) => ({
    slug,
    title: titles.find((one) => one.key === slug && one.locale === locale)?.title ?? slug,
    locale,
    partnerName,
    requestedAt: approval.requestedAt,
    requestedBy: names.get(approval.requestedBy) ?? approval.requestedBy,
    note: approval.note,
    isFirst: status === "draft",
  }));
}

/** What a yes of the host would bring before the public, and a hash of all that. */
export async function planForHost(
  ctx: Context,
  campaign: OwnCampaign,
): Promise<{ plan: Plan; routing: WaitingRouting; fingerprint: string }> {
  const facts = await factsInHand(ctx, campaign);
  const texts = await getCampaignTexts(ctx, campaign.slug);
  const plan = planPublication(texts, facts, { withReviewed: true, now: ctx.now() });
  const routing = await routingForHost(ctx, campaign);
  return { plan, routing, fingerprint: contentHash([fingerprint(facts, plan), routingHash(routing)]) };
}

export type Decision =
  | { outcome: "public" | "scheduled" | "changes" }
  /** Nothing waits. */
  | { outcome: "nothing" }
  /** It is no longer what the decider saw. */
  | { outcome: "changed" }
  /** The decider wrote one of the texts: another of the host must decide. */
  | { outcome: "ownText" }
  | { outcome: "partnerPaused" }
  | { outcome: "blocked"; blockers: Blocker[] };

/**
 * The host says yes: every text that waits is approved and published, proposed facts come into force, and a campaign that
 * nobody saw yet becomes public, now or at the moment that its people chose.
 * @param seen the fingerprint of what was on the decider's screen
 * @throws {DomainError} notAllowed, notFound
 */
export async function approveCampaign(ctx: Context, actor: PortalActor, slug: string, seen: string): Promise<Decision> {
  try {
    return await ctx.db.transaction(async (db): Promise<Decision> => {
      const tx = { ...ctx, db };
      const campaign = await holdOwnCampaign(tx, actor, "campaigns.approve", slug);
      if (campaign.approval === null || campaign.approval.decision !== null) return { outcome: "nothing" };
      if (campaign.partner?.status !== "active") return { outcome: "partnerPaused" };
      const { plan, routing, fingerprint: now } = await planForHost(tx, campaign);
      if (now !== seen) return { outcome: "changed" };
      const isDraft = campaign.status === "draft";
      const blockers = plan.blockers.filter((one) => isDraft || one !== "closed");
      if (blockers.length > 0) return { outcome: "blocked", blockers };

      await approveTexts(tx, actor, slug, plan);
      const texts = await publishTexts(tx, actor, campaign, plan.texts);
      const proposed = proposedFactsOf(campaign);
      if (proposed !== null) await applyFacts(tx, campaign, proposed);
      const actionTexts = await approveRouting(tx, actor, campaign, routing);
      await db
        .update(campaigns)
        .set({
          approvedAt: tx.now(),
          approvedBy: actor.name,
          proposedFacts: null,
          ...(proposed !== null && { factsVersion: campaign.factsVersion + 1 }),
        })
        .where(eq(campaigns.id, campaign.id));
      const isLater = campaign.publishAt !== null && campaign.publishAt > tx.now();
      if (isDraft && !isLater) {
        const changed = await holdOwnCampaign(tx, actor, "campaigns.approve", slug);
        await goPublic(tx, changed);
      }
      await decide(tx, actor, campaign, "approved", null);
      await audit(tx, actor, campaign, "approve", {
        ...{ texts, actionTexts, facts: proposed !== null, routing: routing.isProposed },
      });
      if (!isDraft) return { outcome: "changes" };
      return { outcome: isLater ? "scheduled" : "public" };
    });
  } catch (error) {
    if (error instanceof TextRefused) return { outcome: error.why === "ownText" ? "ownText" : "changed" };
    throw error;
  }
}

async function approveTexts(tx: Context, actor: PortalActor, slug: string, plan: Plan): Promise<void> {
  for (const { kind, revision, isInReview } of plan.texts) {
    if (!isInReview) continue;
    const { locale, number } = revision;
    const done = await approve(tx, actor, { kind, key: slug, locale, number });
    if (done.outcome === "notAllowed") throw new TextRefused(done.why);
    if (done.outcome !== "done" && done.outcome !== "already") throw new TextRefused("changed");
  }
}

/**
 * The host wants something changed first: texts in review are their writers' drafts again, and the reason stands where its
 * people see it.
 * @throws {DomainError} notAllowed, notFound
 */
export async function sendCampaignBack(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  reason: string,
): Promise<"done" | "nothing"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.approve", slug);
    if (campaign.approval === null || campaign.approval.decision !== null) return "nothing";
    const { plan, routing } = await planForHost(tx, campaign);
    await sendRoutingBack(tx, actor, routing, reason);
    for (const { kind, revision, isInReview } of plan.texts) {
      if (!isInReview) continue;
      const { locale, number } = revision;
      const done = await sendBack(tx, actor, { kind, key: slug, locale, number }, reason);
      if (done.outcome === "notAllowed") throw new DomainError("notAllowed");
    }
    await decide(tx, actor, campaign, "sent_back", reason);
    await audit(tx, actor, campaign, "send-back", {});
    return "done";
  });
}

/** Closes the open request of a campaign, and lets those who wait hear of it. */
export async function decide(
  tx: Context,
  actor: PortalActor,
  { approval }: Pick<OwnCampaign, "approval">,
  decision: "approved" | "sent_back" | "withdrawn",
  reason: string | null,
): Promise<void> {
  if (approval === null) return;
  await tx.db
    .update(campaignApprovals)
    .set({ decision, decidedBy: actor.name, decidedAt: tx.now(), reason: reason?.replaceAll("\0", "") ?? null })
    .where(eq(campaignApprovals.id, approval.id));
  if (decision !== "withdrawn") await tellDecision(tx, approval);
}

async function audit(
  tx: Context,
  actor: PortalActor,
  campaign: OwnCampaign,
  deed: string,
  facts: Record<string, number | boolean>,
): Promise<void> {
  await recordAudit(tx, {
    actor: actor.name,
    action: `campaign.${deed}`,
    campaignId: campaign.id,
    partnerId: campaign.partnerId,
    facts: { request: campaign.approval?.id ?? null, ...facts },
  });
}
