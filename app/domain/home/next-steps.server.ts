import { switches } from "~db/schema/switches";
import { authorize, may, partnerIdOf } from "../access/authorize";
import { listMembers } from "../access/members.server";
import { listPasskeys } from "../access/passkeys.server";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { countHeldSignatures } from "../moderation/moderated-campaigns.server";
import { countOpenReports } from "../offices/offices-desk.server";
import { readAgreement } from "../organizations/agreement.server";
import { hasAgreement } from "../organizations/require-agreement.server";
import { listOpenApprovals } from "../workshop/approvals.server";
import { isPublic } from "../workshop/campaign-state";
import { type CampaignLine, listOwnCampaigns } from "../workshop/list-own-campaigns.server";
import {
  countDeadJobs,
  countReadyExports,
  countTextsToReview,
  countUnreadComments,
  countUnreadEndorsements,
} from "./waiting-things.server";

/** What somebody could do next; each has words below `steps` in `locales/<locale>/portal-trust.json`. */
export const stepKeys = [
  "switchesOn",
  "approvals",
  "held",
  "deadJobs",
  "reports",
  "publishAgreement",
  "acceptAgreement",
  "passkey",
  "sentBack",
  "texts",
  "drafts",
  "endorsements",
  "comments",
  "exports",
  "colleague",
] as const;

export type StepKey = (typeof stepKeys)[number];

/** The parts of the way from an invitation to a campaign that people sign. */
export const wayKeys = ["agreement", "passkey", "colleague", "campaign", "translation", "live"] as const;

export type WayKey = (typeof wayKeys)[number];

export interface NextStep {
  key: StepKey;
  /** Where it is done: a key of the portal's places, or `account`. */
  place: string;
  /** Below `/portal/{organization}`, where it is not the place itself. */
  path?: string;
  count: number;
}

export interface WayStep {
  key: WayKey;
  place: string;
  isDone: boolean;
}

export interface NextSteps {
  /** The most urgent first; empty where nothing waits. */
  steps: NextStep[];
  /** Of a partner of which nothing is public yet; null for everybody else. */
  way: WayStep[] | null;
}

/** What waits for the actor in their organization, as far as their roles let them do something about it. */
export async function listNextSteps(ctx: Context, actor: PortalActor): Promise<NextSteps> {
  authorize(actor, "organization.read");
  const hasPasskey = (await listPasskeys(ctx, actor.userId)).length > 0;
  const campaigns = may(actor, "campaigns.read") ? await listOwnCampaigns(ctx, actor) : [];
  const own = partnerIdOf(actor) === null ? campaigns.filter(({ partnerName }) => partnerName === null) : campaigns;
  const way = await wayOf(ctx, actor, own, hasPasskey);
  const onWay = (key: WayKey) => way?.some((step) => step.key === key) ?? false;
  const steps: NextStep[] = [
    ...(await hostsSteps(ctx, actor)),
    ...(onWay("agreement") ? [] : await agreementSteps(ctx, actor)),
    { key: "passkey", place: "account", count: hasPasskey || onWay("passkey") ? 0 : 1 },
    ...campaignSteps(actor, own),
    ...(await readingSteps(ctx, actor)),
    ...(onWay("colleague") ? [] : await colleagueSteps(ctx, actor)),
  ];
  const wanted = steps.filter(({ count }) => count > 0);
  return { way, steps: wanted.toSorted((a, b) => stepKeys.indexOf(a.key) - stepKeys.indexOf(b.key)) };
}

/** The way stays until something is public. */
async function wayOf(
  ctx: Context,
  actor: PortalActor,
  campaigns: readonly CampaignLine[],
  hasPasskey: boolean,
): Promise<WayStep[] | null> {
  const partnerId = partnerIdOf(actor);
  if (partnerId === null || !may(actor, "campaigns.change") || !may(actor, "agreement.read")) return null;
  if (campaigns.some(({ state }) => isPublic(state) || state === "archived")) return null;
  const { newest } = await readAgreement(ctx, actor, "en");
  return [
    // Where the host has published none there is none to accept.
    ...(newest === null
      ? []
      : [{ key: "agreement" as const, place: "agreement", isDone: await hasAgreement(ctx, partnerId) }]),
    { key: "passkey", place: "account", isDone: hasPasskey },
    { key: "colleague", place: "members", isDone: (await listMembers(ctx, actor)).length > 1 },
    { key: "campaign", place: "campaigns", isDone: campaigns.length > 0 },
    { key: "translation", place: "translations", isDone: campaigns.some(({ locales }) => locales.length > 1) },
    {
      key: "live",
      place: "campaigns",
      isDone: campaigns.some(({ state }) => state === "waiting" || state === "scheduled"),
    },
  ];
}

async function hostsSteps(ctx: Context, actor: PortalActor): Promise<NextStep[]> {
  return [
    ...(may(actor, "operations.read")
      ? [
          { key: "switchesOn" as const, place: "operations", count: (await ctx.db.select().from(switches)).length },
          { key: "deadJobs" as const, place: "operations", count: await countDeadJobs(ctx) },
        ]
      : []),
    ...(may(actor, "campaigns.approve")
      ? [{ key: "approvals" as const, place: "approvals", count: (await listOpenApprovals(ctx, actor)).length }]
      : []),
    ...(may(actor, "moderation.act")
      ? [
          { key: "held" as const, place: "moderation", count: await countHeldSignatures(ctx, actor) },
          { key: "reports" as const, place: "reports", count: await countOpenReports(ctx, actor) },
        ]
      : []),
  ];
}

async function agreementSteps(ctx: Context, actor: PortalActor): Promise<NextStep[]> {
  if (!may(actor, "agreement.accept") && !may(actor, "agreement.publish")) return [];
  const { newest, accepted } = await readAgreement(ctx, actor, "en");
  const isAccepted = accepted !== null && !accepted.isOver;
  return may(actor, "agreement.accept")
    ? [{ key: "acceptAgreement", place: "agreement", count: newest === null || isAccepted ? 0 : 1 }]
    : [{ key: "publishAgreement", place: "agreement", count: newest === null ? 1 : 0 }];
}

function campaignSteps(actor: PortalActor, campaigns: readonly CampaignLine[]): NextStep[] {
  if (!may(actor, "campaigns.change")) return [];
  const countIn = (state: CampaignLine["state"]) => campaigns.filter((one) => one.state === state).length;
  return [
    { key: "sentBack", place: "campaigns", count: countIn("sentBack") },
    { key: "drafts", place: "campaigns", count: countIn("draft") },
  ];
}

/** What somebody wrote and nobody has read. */
async function readingSteps(ctx: Context, actor: PortalActor): Promise<NextStep[]> {
  return [
    ...(may(actor, "content.read")
      ? [{ key: "texts" as const, place: "translations", count: await countTextsToReview(ctx, actor) }]
      : []),
    ...(may(actor, "endorsements.moderate")
      ? [
          { key: "endorsements" as const, place: "endorsements", count: await countUnreadEndorsements(ctx, actor) },
          {
            key: "comments" as const,
            place: "deliveries",
            path: "/deliveries/comments",
            count: await countUnreadComments(ctx, actor),
          },
        ]
      : []),
    ...(may(actor, "exports.create")
      ? [{ key: "exports" as const, place: "supporters", path: "/exports", count: await countReadyExports(ctx, actor) }]
      : []),
  ];
}

/** Nobody approves their own words: alone one gets no translation before readers. */
async function colleagueSteps(ctx: Context, actor: PortalActor): Promise<NextStep[]> {
  if (!may(actor, "members.change")) return [];
  return [{ key: "colleague", place: "members", count: (await listMembers(ctx, actor)).length > 1 ? 0 : 1 }];
}
