import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { may } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { titleOf } from "./campaign-home.server";
import { getCampaignTexts, localesOf } from "./campaign-texts.server";
import { type ChangedFacts, changeFacts } from "./change-facts.server";
import { factsInHand } from "./facts.server";
import { listWordingVersions, type WordingVersion } from "./list-wordings.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import type { SettingsInput } from "./settings-form";
import { localTimeOf } from "./zoned-time";

/** What a campaign is asked under, in one language. */
export interface WordingChoice {
  purpose: WordingVersion["purpose"];
  locale: string;
  /** Newest first. */
  versions: { id: string; version: number; text: string }[];
  /** Null: the newest. */
  chosen: string | null;
}

export interface CampaignSettings {
  campaign: OwnCampaign;
  title: string;
  /** What waits for the host included. */
  facts: CampaignFacts;
  wordings: WordingChoice[];
  /** A change waits for the host before the public sees it. */
  waitsForHost: boolean;
  mayChange: boolean;
}

/** A campaign's goal, dates and wordings. @throws {DomainError} notAllowed, notFound */
export async function getSettings(ctx: Context, actor: PortalActor, slug: string): Promise<CampaignSettings> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const facts = await factsInHand(ctx, campaign);
  const texts = await getCampaignTexts(ctx, slug);
  return {
    campaign,
    title: titleOf(texts, slug),
    facts,
    wordings: choicesOf(await listWordingVersions(ctx, campaign.hostId, localesOf(texts)), facts.wordings),
    waitsForHost: mustAsk(actor, campaign) && (campaign.status !== "draft" || campaign.approvedAt !== null),
    mayChange: may(actor, "campaigns.change"),
  };
}

function choicesOf(all: readonly WordingVersion[], chosen: readonly string[]): WordingChoice[] {
  const choices = new Map<string, WordingChoice>();
  for (const { id, purpose, locale, version, text } of all) {
    const key = `${purpose} ${locale}`;
    const choice = choices.get(key) ?? { purpose, locale, versions: [], chosen: null };
    choice.versions.push({ id, version, text });
    if (chosen.includes(id)) choice.chosen = id;
    choices.set(key, choice);
  }
  return [...choices.values()];
}

/** Changes a campaign's goal, dates and countries. @throws {DomainError} notAllowed, notFound */
export async function changeSettings(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { version, typed, goal, timeZone, countries, ...dates }: SettingsInput,
): Promise<ChangedFacts> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.change", slug);
  const before = await factsInHand(ctx, campaign);
  // A field shows whole minutes: who leaves it alone does not move the moment.
  const isoOf = (name: "opensAt" | "closesAt"): string | null => {
    const known = before[name];
    const isAsShown = known !== null && localTimeOf(new Date(known), timeZone) === typed[name];
    return isAsShown ? known : (dates[name]?.toISOString() ?? null);
  };
  return changeFacts(ctx, actor, slug, {
    basedOn: version,
    change: { goal, timeZone, countries, opensAt: isoOf("opensAt"), closesAt: isoOf("closesAt") },
  });
}

/** Chooses under which wordings a campaign asks; ids that are left out mean the newest. @throws {DomainError} notAllowed, notFound */
export async function chooseWordings(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { version, wordings }: { version: number; wordings: string[] },
): Promise<ChangedFacts> {
  return changeFacts(ctx, actor, slug, { basedOn: version, change: { wordings } });
}
