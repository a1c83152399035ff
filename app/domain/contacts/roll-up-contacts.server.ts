import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { contacts, contactTotals } from "~db/schema/contacts";
import { dailyNumbers } from "~db/schema/numbers";
import type { Context } from "../context";
import { reachedOutcomes } from "./contact-outcomes";

/** How long somebody may go back and correct what they told; the form promises it. */
export const CORRECTABLE_MINUTES = 10;
const BATCH = 1_000;
const MOST_BATCHES = 50;

/**
 * Adds contacts to the totals by office, channel, outcome and day (UTC), and those that reached their office to the
 * numbers by day, each once: it is stamped in the statement that adds it. Two that do this at once share the rows. A message through the gateway waits until its fate is known.
 * @returns how many were counted
 */
export async function rollUpContacts(ctx: Pick<Context, "db" | "now">, batch = BATCH): Promise<number> {
  let counted = 0;
  for (let round = 0; round < MOST_BATCHES; round++) {
    const rows = await countBatch(ctx, batch);
    counted += rows;
    if (rows < batch) break;
  }
  return counted;
}

async function countBatch(ctx: Pick<Context, "db" | "now">, limit: number): Promise<number> {
  const now = ctx.now();
  const settled = new Date(now.getTime() - CORRECTABLE_MINUTES * 60_000);
  const answer = await ctx.db.execute(sql`
    with claimed as materialized (
      select campaign_id, id from ${contacts}
      where counted_at is null and case when channel = 'cwc' then state in ('accepted', 'rejected')
        else at <= ${settled.toISOString()}::timestamptz end
      order by campaign_id, id
      limit ${limit}
      for no key update skip locked
    ), stamped as (
      update ${contacts} set counted_at = ${now.toISOString()}::timestamptz
      from claimed c
      where ${contacts}.campaign_id = c.campaign_id and ${contacts}.id = c.id
      returning ${contacts}.campaign_id, ${contacts}.office, ${contacts}.channel,
        -- What the gateway said is the outcome of its channel.
        case when ${contacts}.channel = 'cwc' then ${contacts}.state else coalesce(${contacts}.outcome, '') end as outcome,
        (${contacts}.at at time zone 'UTC')::date as day
    ), added as (
      insert into ${contactTotals} as t (campaign_id, office, channel, outcome, day, count)
      select campaign_id, office, channel, outcome, day, count(*)::integer from stamped group by 1, 2, 3, 4, 5
      -- Always in one order: two that add at once wait for each other, and never in a circle.
      order by 1, 2, 3, 4, 5
      on conflict (campaign_id, office, channel, outcome, day) do update set count = t.count + excluded.count
    ), days_added as (
      insert into ${dailyNumbers} as t (campaign_id, series, day, value, count)
      select campaign_id, 'contact', day, channel, count(*)::integer from stamped where ${hasReached}
      group by 1, 3, 4 order by 1, 2, 3, 4
      on conflict (campaign_id, series, day, value) do update set count = t.count + excluded.count
    )
    select count(*)::integer as rows from stamped`);
  return Number(rowsOf(answer)[0]?.rows ?? 0);
}

/** Whether a contact came to its office, for a query that reads `channel` and `outcome`. */
export const hasReached: SQL = sql`(channel, outcome) in (${sql.join(
  reachedOutcomes.map(({ channel, outcome }) => sql`(${channel}::text, ${outcome}::text)`),
  sql`, `,
)})`;
