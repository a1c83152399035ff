import { sql } from "drizzle-orm";
import { contactTotals } from "~db/schema/contacts";
import { dailyNumbers, hourlyNumbers, partnerYesTotals } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { hasReached } from "../contacts/roll-up-contacts.server";
import type { Context } from "../context";
import { stampedNumbers, standingPartners } from "./compare-numbers.server";
import { dayOf, hourOf } from "./count-batch.server";
import { foldSigned } from "./fold-signed.server";

const FOLDED_AT_ONCE = 10_000;

/**
 * Makes a campaign's numbers by hour and day anew, in the transaction of `ctx.db`, which keeps everybody else from writing
 * them. Forms that were counted stay counted: the signatures of many are deleted. Page views are told nowhere else.
 * Partners whose yeses were wrong are right after the next roll-up.
 */
export async function remakeNumbers(ctx: Pick<Context, "db">, campaignId: string): Promise<void> {
  const ofCampaign = sql`campaign_id = ${campaignId}`;
  await ctx.db.execute(sql`
    delete from ${dailyNumbers} where ${ofCampaign} and series not in ('view', 'signed')`);
  await ctx.db.execute(sql`delete from ${hourlyNumbers} where ${ofCampaign} and series = 'confirmed'`);
  await ctx.db.execute(sql`delete from ${partnerYesTotals} where ${ofCampaign}`);
  await ctx.db.execute(sql`
    with stamped as materialized (${stampedNumbers(ofCampaign)}), hours_made as (
      insert into ${hourlyNumbers} (campaign_id, series, hour, count)
      select campaign_id, 'confirmed', (at || ':00+00')::timestamptz, count from stamped where series = 'hour'
    )
    insert into ${dailyNumbers} (campaign_id, series, day, value, count)
    select campaign_id, series, at::date, value, count from stamped where series <> 'hour'
    union all
    select campaign_id, 'contact', day, channel, sum(count) from ${contactTotals}
    where ${ofCampaign} and ${hasReached} group by 1, 3, 4`);
  await ctx.db.execute(sql`
    insert into ${partnerYesTotals} (campaign_id, partner_id, count)
    select campaign_id, partner_id, count(*) from ${signatures} cross join unnest(counted_shared_with) as partner_id
    where ${ofCampaign} and counted_at is not null group by 1, 2`);
  await remakeSigned(ctx, campaignId);
  await remakeShares(ctx, campaignId);
}

async function remakeSigned(ctx: Pick<Context, "db">, campaignId: string) {
  while ((await foldSigned(ctx, FOLDED_AT_ONCE)) === FOLDED_AT_ONCE);
  const ofCampaign = sql`campaign_id = ${campaignId}`;
  await ctx.db.execute(sql`
    insert into ${hourlyNumbers} as t (campaign_id, series, hour, count)
    select campaign_id, 'signed', ${hourOf(sql`signed_at`)}, count(*) from ${signatures}
    where ${ofCampaign} group by 1, 3
    on conflict (campaign_id, series, hour) do update set count = greatest(t.count, excluded.count)`);
  await ctx.db.execute(sql`delete from ${dailyNumbers} where ${ofCampaign} and series = 'signed'`);
  await ctx.db.execute(sql`
    insert into ${dailyNumbers} (campaign_id, series, day, value, count)
    select campaign_id, 'signed', ${dayOf(sql`hour`)}, '', sum(count) from ${hourlyNumbers}
    where ${ofCampaign} and series = 'signed' group by 1, 3`);
}

async function remakeShares(ctx: Pick<Context, "db">, campaignId: string) {
  await ctx.db.execute(sql`
    update ${signatures} set shared_with = y.partners
    from (
      select s.campaign_id, s.id, c.partners from ${signatures} s
      left join (${standingPartners(sql`campaign_id = ${campaignId}`)}) as c
        on c.campaign_id = s.campaign_id and c.signature_id = s.id
      where s.campaign_id = ${campaignId} and s.shared_with is distinct from c.partners
    ) as y
    where ${signatures}.campaign_id = y.campaign_id and ${signatures}.id = y.id`);
}
