import type postgres from "postgres";

/**
 * Makes the numbers by hour and day that the roll-up leaves of so many signatures, up to today: in 200 countries, every
 * district, 12 languages, 60 tags and 4 kinds of action on every day, with their sums by month.
 * @returns how many rows
 */
export async function fillNumbers(
  sql: postgres.Sql,
  campaignId: string,
  { signatures, days }: { signatures: number; days: number },
): Promise<number> {
  const daily = await sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select ${campaignId}, series, (now() at time zone 'UTC')::date - ago, value, greatest(1, share * ${signatures}::float8 / ${days}::int)::int
    from generate_series(0, ${days}::int - 1) as ago cross join (
      select 'view' as series, '' as value, 6.0::float8 as share
      union all select 'signed', '', 1.25 union all select 'signed_confirmed', '', 1 union all select 'confirmed', '', 1
      union all select 'country', chr(65 + n / 26) || chr(65 + n % 26), 1.0 / 200 from generate_series(0, 199) n
      union all select 'district', chr(65 + n / 26) || chr(65 + n % 26) || '-' || d, 0.3 / 450
        from generate_series(0, 49) n, generate_series(1, 9) d
      union all select 'locale', 'l' || n, 1.0 / 12 from generate_series(1, 12) n
      union all select 'source', 'tag-' || n, 1.0 / 60 from generate_series(1, 60) n
      union all select 'contact', n, 0.02 from unnest(array['phone', 'form', 'letter', 'cwc']) n
    ) as parts`;
  const monthly = await sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select campaign_id, series || '_month', date_trunc('month', day::timestamp)::date, value, sum(count) from daily_numbers
    where campaign_id = ${campaignId} and series in ('country', 'district', 'locale', 'source') group by 1, 2, 3, 4`;
  const hourly = await sql`
    insert into hourly_numbers (campaign_id, series, hour, count)
    select ${campaignId}, series, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', 40
    from generate_series(0, ${days}::int * 24 - 1) n, unnest(array['signed', 'confirmed']) as series
    on conflict do nothing`;
  await sql`
    insert into petition_totals (campaign_id, petition_id, count, updated_at)
    select campaign_id, id, ${signatures}, now() from petitions where campaign_id = ${campaignId}
    on conflict (campaign_id, petition_id) do update set count = excluded.count`;
  return daily.count + monthly.count + hourly.count;
}
