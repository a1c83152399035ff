import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { isCountable, isMiscounted, signatures } from "~db/schema/signatures";
import { NO_DISTRICT, NO_STATE, petitionTotals, regionBacklog, regionTotals } from "~db/schema/totals";
import type { Context } from "../context";

/**
 * Takes up to `limit` signatures that the totals have wrong, stamps each with what the totals say of it from now
 * on, and adds the differences, all in one statement. Only what was stamped is added: two that do this at once
 * share the rows, and a row that somebody is changing at the moment is left for the next time.
 * @param settings.regionsPaused the differences by place go to the backlog
 * @returns how many rows were stamped
 */
export async function countBatch(
  ctx: Pick<Context, "db" | "now">,
  settings: { limit: number; regionsPaused: boolean },
): Promise<number> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const answer = await ctx.db.execute(sql`
    with claimed as materialized (
      select campaign_id, id, petition_id, ${isCountable(signatures)} as is_countable, country, us_state, us_district,
        counted_at, counted_country, counted_us_state, counted_us_district
      from ${signatures}
      where ${isMiscounted(signatures)}
      -- In the order of the partial index, so that the planner always takes it.
      order by petition_id
      limit ${settings.limit}
      for no key update skip locked
    ), stamped as (
      update ${signatures} set
        counted_at = case when c.is_countable then ${now} end,
        counted_country = case when c.is_countable then c.country end,
        counted_us_state = case when c.is_countable then c.us_state end,
        counted_us_district = case when c.is_countable then c.us_district end
      from claimed c
      where ${signatures}.campaign_id = c.campaign_id and ${signatures}.id = c.id
      returning c.*
    ), moves as (
      select campaign_id, petition_id, country, us_state, us_district, 1 as delta from stamped where is_countable
      union all
      select campaign_id, petition_id, counted_country, counted_us_state, counted_us_district, -1
      from stamped where counted_at is not null
    ), by_place as (
      select campaign_id, petition_id, country, coalesce(us_state, ${NO_STATE}) as us_state,
        coalesce(us_district, ${NO_DISTRICT})::smallint as us_district, sum(delta)::integer as delta
      from moves group by 1, 2, 3, 4, 5 having sum(delta) <> 0
    ), petitions_added as (
      insert into ${petitionTotals} as t (campaign_id, petition_id, count, updated_at)
      select campaign_id, petition_id, sum(delta)::integer, ${now} from by_place group by 1, 2
      -- Always in one order: two that add at once wait for each other, and never in a circle.
      order by 1, 2
      on conflict (campaign_id, petition_id) do update
        set count = t.count + excluded.count, updated_at = excluded.updated_at
    ), ${settings.regionsPaused ? addToBacklog : addToRegions}
    select count(*)::integer as rows from stamped`);
  return Number(rowsOf(answer)[0]?.rows ?? 0);
}

const addToRegions = sql`regions_added as (
  insert into ${regionTotals} as t (campaign_id, petition_id, country, us_state, us_district, count)
  select campaign_id, petition_id, country, us_state, us_district, delta from by_place order by 1, 2, 3, 4, 5
  on conflict (campaign_id, petition_id, country, us_state, us_district) do update set count = t.count + excluded.count
)`;

const addToBacklog = sql`regions_put_off as (
  insert into ${regionBacklog} (campaign_id, petition_id, country, us_state, us_district, delta)
  select campaign_id, petition_id, country, us_state, us_district, delta from by_place
)`;
