import { asc, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { switchNames } from "~db/schema/switches";
import type { Context } from "../context";
import { type SwitchName, switchEffects } from "./switch-effects";

/** A switch that there is not. The message tells staff what to ask for instead. */
export class SwitchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SwitchError";
  }
}

/** One switch: of the whole installation, or of one campaign. */
export interface Switch {
  name: SwitchName;
  campaign: { id: string; slug: string } | null;
}

/**
 * Finds the switch that staff name.
 * @throws {SwitchError} when there is no such switch or campaign, or a campaign is missing or not wanted
 */
export async function findSwitch(
  ctx: Pick<Context, "db">,
  asked: { name: string; campaignSlug?: string | undefined },
): Promise<Switch> {
  const name = switchNames.find((known) => known === asked.name);
  if (name === undefined) {
    throw new SwitchError(`There is no switch “${asked.name}”. The switches are: ${switchNames.join(", ")}.`);
  }
  if (switchEffects[name].scope === "all") {
    if (asked.campaignSlug === undefined) return { name, campaign: null };
    throw new SwitchError(`“${name}” is for the whole installation: leave out --campaign.`);
  }
  if (asked.campaignSlug === undefined) {
    throw new SwitchError(`“${name}” is for one campaign: add --campaign SLUG. ${await nameCampaigns(ctx)}`);
  }
  const [campaign] = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.slug, asked.campaignSlug));
  if (campaign === undefined) {
    throw new SwitchError(`There is no campaign “${asked.campaignSlug}”. ${await nameCampaigns(ctx)}`);
  }
  return { name, campaign };
}

const NAMED = 20;

async function nameCampaigns(ctx: Pick<Context, "db">): Promise<string> {
  const rows = await ctx.db
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .orderBy(asc(campaigns.slug))
    .limit(NAMED + 1);
  const slugs = rows.slice(0, NAMED).map(({ slug }) => slug);
  return `Campaigns: ${slugs.join(", ")}${rows.length > NAMED ? " …" : "."}`;
}
