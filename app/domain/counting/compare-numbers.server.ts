import { sql } from "drizzle-orm";
import { z } from "zod";
import { rowsOf } from "~db/rows";
import { consents } from "~db/schema/consents";
import { contactTotals } from "~db/schema/contacts";
import { dailyNumbers, hourlyNumbers, partnerYesTotals, signedBacklog } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { regionBacklog } from "~db/schema/totals";
import { hasReached } from "../contacts/roll-up-contacts.server";
import type { Context } from "../context";
import { dayOf, districtOf, hourOf, monthOf, partsByPlace } from "./count-batch.server";

const counted = z.object({ campaignId: z.string(), cells: z.coerce.number() });

/**
 * Compares the numbers by hour and day with what they were made from. Signatures that were deleted unconfirmed are in
 * `signed` and nowhere else: there its parts must agree, and there may not be fewer than there are rows; the first hour of a
 * campaign may have begun before its forms were counted.
 * @returns by campaign, how many cells differ; a campaign that is not there has none
 */
export async function compareNumbers(ctx: Pick<Context, "db">): Promise<Map<string, number>> {
  const answer = await ctx.db.execute(sql`
    with stamped as (${stampedNumbers()}), from_parts as (
      select campaign_id, series, at, value, count from stamped
      union all
      select campaign_id, 'partner', '', partner_id::text, count(*)
        from ${signatures} cross join unnest(counted_shared_with) as partner_id where counted_at is not null group by 1, 4
      union all
      select campaign_id, 'contact', day::text, channel, sum(count) from ${contactTotals} where ${hasReached} group by 1, 3, 4
      union all
      select campaign_id, 'signed', ${dayOf(sql`hour`)}::text, '', sum(count)
        from ${hourlyNumbers} where series = 'signed' group by 1, 3
    ), told_parts as (
      select campaign_id, series, day::text as at, value, count from ${dailyNumbers} where series <> 'view'
      union all
      select campaign_id, 'hour', ${textOf(sql`hour`)}, '', count from ${hourlyNumbers} where series = 'confirmed'
      union all
      select campaign_id, series, of_day::text, value, delta
        from ${regionBacklog} cross join lateral (select ${monthOf(sql`day`)} as month) as of_month
        cross join lateral (values ${partsByPlace}) as p (series, of_day, value)
        where day is not null and value is not null
      union all
      select campaign_id, 'partner', '', partner_id::text, count from ${partnerYesTotals}
    ), told as (
      select campaign_id, series, at, value, sum(count) as count from told_parts group by 1, 2, 3, 4
    ), differing as (
      select campaign_id from from_parts f full join told t using (campaign_id, series, at, value)
      where coalesce(f.count, 0) <> coalesce(t.count, 0)
      union all
      ${hoursWithTooFewSigned}
      union all
      ${signaturesSharedWithOthers}
    )
    select campaign_id as "campaignId", count(*) as cells from differing group by 1`);
  const rows = z.array(counted).parse(rowsOf(answer));
  return new Map(rows.map(({ campaignId, cells }) => [campaignId, cells]));
}

/** An hour as text, whatever the time zone of the connection. */
const textOf = (hour: ReturnType<typeof sql>) => sql`to_char(${hour} at time zone 'UTC', 'YYYY-MM-DD HH24')`;

/**
 * The numbers as the stamps of the signatures make them: `series`, `at` (a day, or an hour where the series is `hour`),
 * `value` and `count`. Every signature is looked at, once.
 */
export function stampedNumbers(which = sql`true`) {
  const sets = sql.join(
    ["country", "district", "locale", "source"].map((part) =>
      sql.raw(`(campaign_id, day, ${part}), (campaign_id, month, ${part})`),
    ),
    sql`, `,
  );
  return sql`
    select campaign_id,
      case when grouping(hour) = 0 then 'hour' when grouping(signed_on) = 0 then 'signed_confirmed'
        when grouping(country) = 0 then 'country' when grouping(district) = 0 then 'district'
        when grouping(locale) = 0 then 'locale' when grouping(source) = 0 then 'source' else 'confirmed' end
        || case when grouping(month) = 0 then '_month' else '' end as series,
      coalesce(${textOf(sql`hour`)}, signed_on::text, day::text, month::text) as at,
      coalesce(country, district, locale, source, '') as value, count(*) as count
    from (
      select campaign_id, hour, ${dayOf(sql`hour`)} as day, ${monthOf(dayOf(sql`hour`))} as month,
        ${dayOf(sql`signed_at`)} as signed_on, country, ${districtOf} as district, locale, source
      from (
        select campaign_id, signed_at, ${hourOf(sql`coalesce(confirmed_at, signed_at)`)} as hour,
          counted_country as country, counted_us_state as us_state, counted_us_district as us_district,
          counted_locale as locale, coalesce(source, '') as source
        from ${signatures} where counted_at is not null and counted_locale is not null and ${which}
      ) as rows
    ) as cells
    group by grouping sets ((campaign_id, hour), (campaign_id, day), (campaign_id, signed_on), ${sets})
    having grouping(district) = 1 or district is not null`;
}

const hoursWithTooFewSigned = sql`
  select s.campaign_id from (
    select campaign_id, ${hourOf(sql`signed_at`)} as hour, count(*) as rows from ${signatures} group by 1, 2
  ) as s
  join (
    select campaign_id, min(hour) as first_hour from ${hourlyNumbers} where series = 'signed' group by 1
  ) as b on b.campaign_id = s.campaign_id and s.hour > b.first_hour
  left join (
    select campaign_id, hour, sum(count) as count from (
      select campaign_id, hour, count from ${hourlyNumbers} where series = 'signed'
      union all select campaign_id, hour, count from ${signedBacklog}
    ) as parts group by 1, 2
  ) as t on t.campaign_id = s.campaign_id and t.hour = s.hour
  where s.rows > coalesce(t.count, 0)`;

/** Signatures with another `shared_with` than their consents say. */
const signaturesSharedWithOthers = sql`
  select coalesce(s.campaign_id, y.campaign_id) from (
    select campaign_id, id, shared_with from ${signatures} where shared_with is not null
  ) as s
  full join (${standingPartners()}) as y on y.campaign_id = s.campaign_id and y.signature_id = s.id
  where s.shared_with is distinct from y.partners`;

/** By signature, the partners to which a yes stands, from the consents themselves. */
export function standingPartners(which = sql`true`) {
  return sql`
    select campaign_id, signature_id, array_agg(partner_id order by partner_id) as partners from (
      select distinct on (campaign_id, signature_id, partner_id) campaign_id, signature_id, partner_id, granted
      from ${consents} where purpose = 'partner_sharing' and ${which}
      order by campaign_id, signature_id, partner_id, recorded_at desc, granted
    ) as newest where granted group by 1, 2`;
}
