import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { contentHash } from "~db/schema/content/content-hash";
import { revisionFields } from "~db/schema/content/revision-fields";
import type { PlannedAction, RoutingPlan } from "~db/schema/content/routing-plan";
import { may } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { pickTranslation } from "../campaigns/pick-translation";
import type { RevisionState } from "../content/content-outcome";
import type { Context } from "../context";
import { getCampaignTexts, localesOf, newestIn } from "../workshop/campaign-texts.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "../workshop/own-campaign.server";
import { type ActionTexts, findActionTexts, newestTexts } from "./action-texts.server";
import { findLinkStates, type LinkState } from "./link-checks.server";
import { planInHand, proposedPlanOf, readPlan } from "./routing-plan.server";

/**
 * Whether signers are offered an action: `offered`, or why not. `waits`: it is only proposed. `noText`: no text of it is
 * public. Of a campaign that is not public nobody is offered anything.
 */
export type ActionState = "offered" | "waits" | "noText" | "notYet" | "over" | "retired";

/** An action in the list of its campaign. */
export interface ActionLine {
  action: PlannedAction;
  /** Hash of `action`. */
  seen: string;
  state: ActionState;
  /** Something of it waits for the host. */
  isChanged: boolean;
  /** In the reader's language where there is one. */
  title: string;
  locale: string;
  dir: TextDirection;
  texts: { locale: string; state: RevisionState; isPublic: boolean }[];
  link: LinkState;
}

/** What the pages about actions and rules say of their campaign. */
export interface DeskCampaign {
  id: string;
  slug: string;
  title: string;
  timeZone: string;
  /** Whether the public sees it. */
  isPublic: boolean;
  isHosts: boolean;
  /** ISO 3166-1 alpha-2; empty: everybody. */
  countries: string[];
  /** Languages of its texts, its own first. */
  locales: string[];
}

export interface ActionsDesk {
  campaign: DeskCampaign;
  plan: RoutingPlan;
  actions: ActionLine[];
  mayChange: boolean;
  /** What the actor changes waits for the host's yes. */
  mustAsk: boolean;
  /** Something waits. */
  isProposed: boolean;
  /** The host has been asked. */
  isAsked: boolean;
}

/** A campaign's actions, in their order. @throws {DomainError} notAllowed, notFound */
export async function getActionsDesk(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<ActionsDesk> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const plan = await planInHand(ctx, campaign);
  const live = await readPlan(ctx, campaign);
  const texts = await findActionTexts(
    ctx,
    plan.actions.map((action) => action.slug),
  );
  const links = await findLinkStates(
    ctx,
    plan.actions.map(({ link }) => link),
  );
  return {
    campaign: await deskCampaign(ctx, campaign),
    plan,
    actions: plan.actions.map((action) => {
      const known = live.actions.find(({ id }) => id === action.id) ?? null;
      return lineOf(ctx, action, known, texts.get(action.slug) ?? null, links(action.link), locale);
    }),
    mayChange: may(actor, "campaigns.change"),
    mustAsk: mustAsk(actor, campaign),
    isProposed: proposedPlanOf(campaign) !== null,
    isAsked: campaign.approval !== null && campaign.approval.decision === null,
  };
}

function lineOf(
  ctx: Pick<Context, "now">,
  action: PlannedAction,
  live: PlannedAction | null,
  texts: ActionTexts | null,
  link: LinkState,
  reader: string,
): ActionLine {
  const newest = texts === null ? [] : newestTexts(texts);
  const shown = pickTranslation(newest, reader, texts?.item.sourceLocale) ?? newest[0] ?? null;
  const isPublic = (locale: string) =>
    texts?.revisions.some((one) => one.locale === locale && one.state === "published") ?? false;
  const lines = newest.map(({ locale, state }) => ({ locale, state, isPublic: isPublic(locale) }));
  const locale = shown?.locale ?? reader;
  return {
    action,
    seen: contentHash(action),
    state: stateOf(action, live, lines, ctx.now().toISOString()),
    isChanged: live === null || contentHash(live) !== contentHash(action),
    title: shown === null ? action.slug : revisionFields.partner_action.parse(shown.fields).title,
    locale,
    dir: textDirection(locale),
    texts: lines,
    link,
  };
}

function stateOf(
  { isRetired, startsAt, endsAt }: PlannedAction,
  live: PlannedAction | null,
  texts: ActionLine["texts"],
  now: string,
): ActionState {
  if (isRetired) return "retired";
  if (endsAt !== null && endsAt <= now) return "over";
  if (live === null || live.isRetired) return "waits";
  if (!texts.some(({ isPublic }) => isPublic)) return "noText";
  return startsAt !== null && startsAt > now ? "notYet" : "offered";
}

async function deskCampaign(ctx: Context, campaign: OwnCampaign): Promise<DeskCampaign> {
  const { id, slug, timeZone, countries, defaultLocale, status, partnerId } = campaign;
  const texts = await getCampaignTexts(ctx, slug);
  const petition = newestIn(texts.petition, defaultLocale);
  return {
    ...{ id, slug, timeZone, countries },
    title: petition === null ? slug : revisionFields.petition.parse(petition.fields).title,
    isPublic: status === "published",
    isHosts: partnerId === null,
    locales: localesOf(texts),
  };
}
