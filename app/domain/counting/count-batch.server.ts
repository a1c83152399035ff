import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { dailyNumbers, hourlyNumbers, partnerYesTotals } from "~db/schema/numbers";
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
        locale, shared_with, source, signed_at, confirmed_at, counted_at, counted_country, counted_us_state,
        counted_us_district, counted_locale, counted_shared_with
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
        counted_us_district = case when c.is_countable then c.us_district end,
        counted_locale = case when c.is_countable then c.locale end,
        counted_shared_with = case when c.is_countable then c.shared_with end
      from claimed c
      where ${signatures}.campaign_id = c.campaign_id and ${signatures}.id = c.id
      returning c.*
    ), moves as (
      select campaign_id, petition_id, country, us_state, us_district, locale, shared_with, source, signed_at,
        confirmed_at, 1 as delta from stamped where is_countable
      union all
      select campaign_id, petition_id, counted_country, counted_us_state, counted_us_district, counted_locale,
        counted_shared_with, source, signed_at, confirmed_at, -1 from stamped where counted_at is not null
    ), cells as materialized (
      select campaign_id, petition_id, country, coalesce(us_state, ${NO_STATE}) as us_state,
        coalesce(us_district, ${NO_DISTRICT})::smallint as us_district, locale, coalesce(source, '') as source,
        -- Without a language it is from before the numbers by day, which know nothing to let go of.
        case when locale is not null then ${hourOf(sql`coalesce(confirmed_at, signed_at)`)} end as hour,
        ${dayOf(sql`signed_at`)} as signed_on, sum(delta)::integer as delta
      from moves group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(delta) <> 0
    ), by_place as (
      select campaign_id, petition_id, country, us_state, us_district, ${dayOf(sql`hour`)} as day,
        sum(delta)::integer as delta
      from cells group by 1, 2, 3, 4, 5, 6 having sum(delta) <> 0
    ), petitions_added as (
      insert into ${petitionTotals} as t (campaign_id, petition_id, count, updated_at)
      select campaign_id, petition_id, sum(delta)::integer, ${now} from by_place group by 1, 2 having sum(delta) <> 0
      -- Always in one order: two that add at once wait for each other, and never in a circle.
      order by 1, 2
      on conflict (campaign_id, petition_id) do update
        set count = t.count + excluded.count, updated_at = excluded.updated_at
    ), hours_added as (
      insert into ${hourlyNumbers} as t (campaign_id, series, hour, count)
      select campaign_id, 'confirmed', hour, sum(delta)::integer from cells where hour is not null
      group by 1, 3 having sum(delta) <> 0 order by 1, 2, 3
      on conflict (campaign_id, series, hour) do update set count = t.count + excluded.count
    ), partners_added as (
      insert into ${partnerYesTotals} as t (campaign_id, partner_id, count)
      select campaign_id, partner_id, sum(delta)::integer from moves cross join unnest(shared_with) as partner_id
      group by 1, 2 having sum(delta) <> 0 order by 1, 2
      on conflict (campaign_id, partner_id) do update set count = t.count + excluded.count
    ), days_added as (
      insert into ${dailyNumbers} as t (campaign_id, series, day, value, count)
      select campaign_id, series, of_day, of_value, sum(delta)::integer from cells cross join lateral (
        select ${dayOf(sql`hour`)} as day, ${monthOf(dayOf(sql`hour`))} as month
      ) as confirmed_on cross join lateral (
        values ('confirmed', day, ''), ('signed_confirmed', signed_on, ''), ('locale', day, locale),
          ('locale_month', month, locale), ('source', day, source), ('source_month', month, source)
          ${settings.regionsPaused ? sql`` : sql`, ${partsByPlace}`}
      ) as parts (series, of_day, of_value)
      where hour is not null and of_value is not null
      group by 1, 2, 3, 4 having sum(delta) <> 0 order by 1, 2, 3, 4
      on conflict (campaign_id, series, day, value) do update set count = t.count + excluded.count
    ), ${settings.regionsPaused ? addToBacklog : addToRegions}
    select count(*)::integer as rows from stamped`);
  return Number(rowsOf(answer)[0]?.rows ?? 0);
}

const addToRegions = sql`regions_added as (
  insert into ${regionTotals} as t (campaign_id, petition_id, country, us_state, us_district, count)
  select campaign_id, petition_id, country, us_state, us_district, sum(delta)::integer from by_place
  group by 1, 2, 3, 4, 5 having sum(delta) <> 0 order by 1, 2, 3, 4, 5
  on conflict (campaign_id, petition_id, country, us_state, us_district) do update set count = t.count + excluded.count
)`;

const addToBacklog = sql`regions_put_off as (
  insert into ${regionBacklog} (campaign_id, petition_id, country, us_state, us_district, day, delta)
  select campaign_id, petition_id, country, us_state, us_district, day, delta from by_place
)`;

/** The hour (UTC) in which a moment lies. */
export function hourOf(moment: SQL): SQL {
  return sql`date_trunc('hour', ${moment}, 'UTC')`;
}

/** The day (UTC) in which a moment lies. */
export function dayOf(moment: SQL): SQL {
  return sql`(${moment} at time zone 'UTC')::date`;
}

/** The first day of the month of a day. */
export function monthOf(day: SQL): SQL {
  return sql`date_trunc('month', ${day}::timestamp)::date`;
}

/** `CA-11` as the numbers by day name a district; null where there is none. */
export const districtOf = sql`case when us_district >= 0 then us_state || '-' || us_district end`;

/** What a signature adds to the numbers by place, as rows of `VALUES`, for a query that knows its `day` and `month`. */
export const partsByPlace = sql`('country', day, country), ('country_month', month, country),
  ('district', day, ${districtOf}), ('district_month', month, ${districtOf})`;
