import { eq } from "drizzle-orm";
import { type CampaignFacts, campaignFacts } from "~db/schema/content/campaign-facts";
import { contentHash } from "~db/schema/content/content-hash";
import { petitionTotals } from "~db/schema/totals";
import { may } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { hasWaiting, routingForHost } from "../partner-actions/waiting-routing.server";
import { type CampaignTexts, getCampaignTexts, newestIn } from "./campaign-texts.server";
import { type ChecklistItem, checklist } from "./checklist.server";
import { factsInHand, opensWithPublication, readFacts } from "./facts.server";
import { type LanguageProgress, languageProgress } from "./language-progress.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { type PlannedText, planPublication } from "./publication-plan.server";
import { userNames } from "./user-names.server";

export type FactName = keyof CampaignFacts;

/** A campaign as its people find it: where it is, what is missing, and what each of them can do next. */
export interface CampaignHome {
  campaign: OwnCampaign;
  title: string;
  /** Confirmed signatures. */
  count: number;
  /** Null: as soon as it is public. */
  opensAt: Date | null;
  checklist: ChecklistItem[];
  languages: LanguageProgress[];
  /** Texts that would come before the public next. */
  planned: Pick<PlannedText, "kind" | "isInReview">[];
  /** What else waits for the host, or is to. */
  proposed: FactName[];
  /** Actions or rules wait for the host as well, or are to. */
  routingWaits: boolean;
  /** The newest request to the host; null where there was none. */
  request: { requestedBy: string; decidedBy: string | null } | null;
  /** Nothing becomes public before the host's yes, and that is not there. */
  asksHost: boolean;
  may: { change: boolean; publish: boolean; approve: boolean };
}

/** @throws {DomainError} notAllowed, notFound */
export async function getCampaignHome(ctx: Context, actor: PortalActor, slug: string): Promise<CampaignHome> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const texts = await getCampaignTexts(ctx, slug);
  const live = await readFacts(ctx, campaign);
  const inHand = await factsInHand(ctx, campaign);
  const asksHost = mustAsk(actor, campaign) && !(campaign.status === "draft" && campaign.approvedAt !== null);
  const plan = planPublication(texts, asksHost ? inHand : live, { withReviewed: asksHost, now: ctx.now() });
  const [total] = await ctx.db
    .select({ count: petitionTotals.count })
    .from(petitionTotals)
    .where(eq(petitionTotals.petitionId, campaign.petition.id));
  return {
    campaign,
    title: titleOf(texts, campaign.slug),
    count: total?.count ?? 0,
    opensAt: campaign.status === "draft" && opensWithPublication(campaign) ? null : campaign.petition.opensAt,
    checklist: checklist({ texts, facts: inHand, plan, host: mustAsk(actor, campaign) ? hostState(campaign) : null }),
    languages: languageProgress(texts),
    planned: plan.texts.map(({ kind, isInReview }) => ({ kind, isInReview })),
    proposed: differingFacts(live, inHand),
    routingWaits: asksHost && hasWaiting(await routingForHost(ctx, campaign)),
    request: await whoDecided(ctx, campaign),
    asksHost,
    may: {
      change: may(actor, "campaigns.change"),
      publish: may(actor, "campaigns.publish"),
      approve: may(actor, "campaigns.approve"),
    },
  };
}

/** The title of a campaign's newest text in its own language. */
export function titleOf(texts: CampaignTexts, slug: string): string {
  const fields = newestIn(texts.petition, texts.petition.item.sourceLocale)?.fields;
  return typeof fields === "object" && fields !== null && "title" in fields && typeof fields.title === "string"
    ? fields.title
    : slug;
}

/** Which facts are otherwise than before. */
export function differingFacts(before: CampaignFacts, after: CampaignFacts): FactName[] {
  return campaignFacts.keyof().options.filter((name) => contentHash([before[name]]) !== contentHash([after[name]]));
}

function hostState({ approval, approvedAt }: OwnCampaign): "unasked" | "waiting" | "approved" {
  if (approvedAt !== null) return "approved";
  return approval !== null && approval.decision === null ? "waiting" : "unasked";
}

async function whoDecided(ctx: Context, { approval }: OwnCampaign): Promise<CampaignHome["request"]> {
  if (approval === null) return null;
  const names = await userNames(ctx, [approval.requestedBy, approval.decidedBy]);
  return {
    requestedBy: names.get(approval.requestedBy) ?? "",
    decidedBy: approval.decidedBy === null ? null : (names.get(approval.decidedBy) ?? ""),
  };
}
