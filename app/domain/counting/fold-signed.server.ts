import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { dailyNumbers, hourlyNumbers, signedBacklog } from "~db/schema/numbers";
import type { Context } from "../context";
import { dayOf } from "./count-batch.server";

/**
 * Adds to the numbers by hour and day what signing put into its backlog, up to `limit` rows, in one statement: a row that
 * was added is gone. Two at once share the rows.
 * @returns how many rows were added
 */
export async function foldSigned(ctx: Pick<Context, "db">, limit: number): Promise<number> {
  const answer = await ctx.db.execute(sql`
    with claimed as materialized (
      select id from ${signedBacklog} order by id limit ${limit} for update skip locked
    ), taken as (
      delete from ${signedBacklog} b using claimed c where b.id = c.id returning b.campaign_id, b.hour, b.count
    ), hours_added as (
      insert into ${hourlyNumbers} as t (campaign_id, series, hour, count)
      select campaign_id, 'signed', hour, sum(count)::integer from taken group by 1, 3 order by 1, 2, 3
      on conflict (campaign_id, series, hour) do update set count = t.count + excluded.count
    ), days_added as (
      insert into ${dailyNumbers} as t (campaign_id, series, day, value, count)
      select campaign_id, 'signed', ${dayOf(sql`hour`)}, '', sum(count)::integer from taken group by 1, 3 order by 1, 2, 3
      on conflict (campaign_id, series, day, value) do update set count = t.count + excluded.count
    )
    select count(*)::integer as rows from taken`);
  return Number(rowsOf(answer)[0]?.rows ?? 0);
}
