import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { regionBacklog, regionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import type { RegionCell } from "../counting/publish-regions";

/** The counted signatures of a campaign by place, with what waits in the backlog. */
export async function readCells(ctx: Pick<Context, "db">, campaignId: string): Promise<RegionCell[]> {
  const place = (table: typeof regionTotals | typeof regionBacklog) => ({
    country: table.country,
    usState: table.usState,
    usDistrict: table.usDistrict,
  });
  return unionAll(
    ctx.db
      .select({ ...place(regionTotals), count: sql<number>`${regionTotals.count}`.as("count") })
      .from(regionTotals)
      .where(eq(regionTotals.campaignId, campaignId)),
    ctx.db
      .select({ ...place(regionBacklog), count: sql<number>`sum(${regionBacklog.delta})::integer`.as("count") })
      .from(regionBacklog)
      .where(eq(regionBacklog.campaignId, campaignId))
      .groupBy(...Object.values(place(regionBacklog))),
  );
}
