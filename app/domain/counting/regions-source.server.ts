import { and, eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { campaigns } from "~db/schema/campaigns";
import { switches } from "~db/schema/switches";
import { regionBacklog, regionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import { createPolled, type Polled } from "../polled";
import { type PublishedRegions, publishRegions } from "./publish-regions";

/** The regions of the published campaigns, as of one moment. */
export interface Regions {
  asOf: Date;
  /** The break-down is paused: these are the figures from before. */
  isPaused: boolean;
  bySlug: ReadonlyMap<string, PublishedRegions>;
}

export type RegionsSource = Polled<Regions>;

const READ_EVERY_MS = 5_000;

/** Keeps the regions in memory. While `regions-paused` is on they stay as they were, and the tables are left alone. */
export function createRegionsSource(
  ctx: Pick<Context, "db" | "now">,
  settings: { onError?: (error: unknown) => void } = {},
): RegionsSource {
  let known: Regions | null = null;
  const read = async () => {
    const pausedSince = await findPause(ctx);
    if (pausedSince === null) known = await readRegions(ctx, null);
    else known = known === null ? await readRegions(ctx, pausedSince) : { ...known, isPaused: true };
    return known;
  };
  return createPolled({ read, everyMs: READ_EVERY_MS, ...settings });
}

async function findPause(ctx: Pick<Context, "db">): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ since: switches.since })
    .from(switches)
    .where(and(eq(switches.name, "regions-paused"), eq(switches.scope, "all")));
  return row?.since ?? null;
}

/** @param pausedSince then the totals alone are read: they stand still, and the backlog grows beside them */
async function readRegions(ctx: Pick<Context, "db" | "now">, pausedSince: Date | null): Promise<Regions> {
  const asOf = pausedSince ?? ctx.now();
  const published = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.status, "published"));
  const ids = published.map(({ id }) => id);
  const cells = ids.length === 0 ? [] : await readCells(ctx, ids, pausedSince === null);
  return {
    asOf,
    isPaused: pausedSince !== null,
    bySlug: new Map(
      published.map(({ id, slug }) => [slug, publishRegions(cells.filter(({ campaignId }) => campaignId === id))]),
    ),
  };
}

/** What waits in the backlog is added here as well, so that the figures are right before all of it is folded in. */
async function readCells(ctx: Pick<Context, "db">, campaignIds: string[], withBacklog: boolean) {
  const place = (table: typeof regionTotals | typeof regionBacklog) => ({
    campaignId: table.campaignId,
    country: table.country,
    usState: table.usState,
    usDistrict: table.usDistrict,
  });
  const totals = ctx.db
    .select({ ...place(regionTotals), count: sql<number>`${regionTotals.count}`.as("count") })
    .from(regionTotals)
    .where(inArray(regionTotals.campaignId, campaignIds));
  if (!withBacklog) return totals;
  const backlog = ctx.db
    .select({ ...place(regionBacklog), count: sql<number>`sum(${regionBacklog.delta})::integer`.as("count") })
    .from(regionBacklog)
    .where(inArray(regionBacklog.campaignId, campaignIds))
    .groupBy(...Object.values(place(regionBacklog)));
  return unionAll(totals, backlog);
}
