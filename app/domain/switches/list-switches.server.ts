import { asc, eq, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { switches, switchNames } from "~db/schema/switches";
import type { Context } from "../context";
import { type SwitchName, switchEffects } from "./switch-effects";

/** A switch as staff see it. */
export interface SwitchState {
  name: SwitchName;
  scope: "all" | "campaign";
  effect: string;
  isGrave: boolean;
  /** Where it is on: the campaign's slug, or null for the whole installation. Empty while it is off. */
  on: { campaignSlug: string | null; since: Date; by: string }[];
}

/** Every switch, with what it does and where it is on, the earliest first. */
export async function listSwitches(ctx: Pick<Context, "db">): Promise<SwitchState[]> {
  const rows = await ctx.db
    .select({ name: switches.name, since: switches.since, by: switches.changedBy, campaignSlug: campaigns.slug })
    .from(switches)
    .leftJoin(campaigns, eq(sql`${campaigns.id}::text`, switches.scope))
    .orderBy(asc(switches.since), asc(campaigns.slug));
  return switchNames.map((name) => ({
    name,
    ...switchEffects[name],
    on: rows.filter((row) => row.name === name).map(({ campaignSlug, since, by }) => ({ campaignSlug, since, by })),
  }));
}
