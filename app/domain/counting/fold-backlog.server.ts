import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { dailyNumbers } from "~db/schema/numbers";
import { regionBacklog, regionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import { monthOf, partsByPlace } from "./count-batch.server";

/**
 * Adds to the regions what was put off while they were paused, up to `limit` rows, in one statement: a row that
 * was added is gone. Two at once share the rows.
 * @returns how many rows were added
 */
export async function foldBacklog(ctx: Pick<Context, "db">, limit: number): Promise<number> {
  const answer = await ctx.db.execute(sql`
    with claimed as materialized (
      select id from ${regionBacklog} order by id limit ${limit} for update skip locked
    ), taken as (
      delete from ${regionBacklog} b using claimed c where b.id = c.id
      returning b.campaign_id, b.petition_id, b.country, b.us_state, b.us_district, b.day, b.delta
    ), days_added as (
      insert into ${dailyNumbers} as t (campaign_id, series, day, value, count)
      select campaign_id, series, of_day, of_value, sum(delta)::integer from taken
      cross join lateral (select ${monthOf(sql`day`)} as month) as of_month
      cross join lateral (values ${partsByPlace}) as parts (series, of_day, of_value)
      where day is not null and of_value is not null
      group by 1, 2, 3, 4 having sum(delta) <> 0 order by 1, 2, 3, 4
      on conflict (campaign_id, series, day, value) do update set count = t.count + excluded.count
    ), added as (
      insert into ${regionTotals} as t (campaign_id, petition_id, country, us_state, us_district, count)
      select campaign_id, petition_id, country, us_state, us_district, sum(delta)::integer
      from taken group by 1, 2, 3, 4, 5 having sum(delta) <> 0 order by 1, 2, 3, 4, 5
      on conflict (campaign_id, petition_id, country, us_state, us_district) do update
        set count = t.count + excluded.count
    )
    select count(*)::integer as rows from taken`);
  return Number(rowsOf(answer)[0]?.rows ?? 0);
}
