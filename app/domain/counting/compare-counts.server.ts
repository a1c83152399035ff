import { sql } from "drizzle-orm";
import { z } from "zod";
import { rowsOf } from "~db/rows";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";
import { NO_DISTRICT, NO_STATE, petitionTotals, regionBacklog, regionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import { compareNumbers } from "./compare-numbers.server";

const comparison = z.object({
  campaignId: z.string(),
  petitionId: z.string(),
  /** Signatures that are stamped as counted. */
  rows: z.coerce.number(),
  /** What the totals say: altogether, and summed over the regions and what they have yet to take in. */
  total: z.coerce.number(),
  regions: z.coerce.number(),
  /** Places where the stamps and the totals differ; the sums may be right all the same. */
  misplaced: z.coerce.number(),
});
/** With `numbers`, the cells of the numbers by hour and day, and of the partners' yeses, that differ. */
export type Comparison = z.infer<typeof comparison> & { numbers: number };

/** Every signature is looked at; the usual limit of a statement is meant for what people wait for. */
const LIMIT_MS = 900_000;

/** Lets the statements of the transaction of `ctx.db` take as long as a look at every signature takes. */
export async function allowLongStatements(ctx: Pick<Context, "db">): Promise<void> {
  await ctx.db.execute(sql`select set_config('statement_timeout', ${String(LIMIT_MS)}, true)`);
}

/**
 * Counts the stamped signatures of each petition and puts the totals beside them, and then the numbers by day. Each is one
 * statement, so one snapshot: what the roll-up does meanwhile is seen as a whole or not at all.
 */
export async function compareCounts(ctx: Pick<Context, "db">): Promise<Comparison[]> {
  const totals = await compareTotals(ctx);
  const numbers = await compareNumbers(ctx);
  return totals.map((one) => ({ ...one, numbers: numbers.get(one.campaignId) ?? 0 }));
}

async function compareTotals(ctx: Pick<Context, "db">): Promise<z.infer<typeof comparison>[]> {
  const answer = await ctx.db.execute(sql`
    with stamped as (
      select campaign_id, petition_id, counted_country as country, coalesce(counted_us_state, ${NO_STATE}) as us_state,
        coalesce(counted_us_district, ${NO_DISTRICT}) as us_district, count(*) as stamped
      from ${signatures} where counted_at is not null group by 1, 2, 3, 4, 5
    ), told as (
      select campaign_id, petition_id, country, us_state, us_district, sum(count) as told from (
        select campaign_id, petition_id, country, us_state, us_district, count from ${regionTotals}
        union all
        select campaign_id, petition_id, country, us_state, us_district, delta from ${regionBacklog}
      ) as both_parts group by 1, 2, 3, 4, 5
    ), by_petition as (
      select campaign_id, petition_id, sum(stamped) as stamped, sum(told) as told,
        count(*) filter (where coalesce(stamped, 0) <> coalesce(told, 0)) as misplaced
      from stamped full join told using (campaign_id, petition_id, country, us_state, us_district) group by 1, 2
    )
    select p.campaign_id as "campaignId", p.id as "petitionId", coalesce(b.stamped, 0) as "rows",
      coalesce(t.count, 0) as "total", coalesce(b.told, 0) as "regions", coalesce(b.misplaced, 0) as "misplaced"
    from ${petitions} p
    left join by_petition b on b.campaign_id = p.campaign_id and b.petition_id = p.id
    left join ${petitionTotals} t on t.campaign_id = p.campaign_id and t.petition_id = p.id
    order by p.id`);
  return z.array(comparison).parse(rowsOf(answer));
}

/** Whether the totals are wrong. */
export function differs({ rows, total, regions, misplaced, numbers }: Omit<Comparison, "campaignId" | "petitionId">) {
  return rows !== total || rows !== regions || misplaced > 0 || numbers > 0;
}
