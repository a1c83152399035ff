import { sql } from "drizzle-orm";
import { z } from "zod";
import { rowsOf } from "~db/rows";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { networkLimits } from "./limits";

/** Signatures from one network, each number counted a little beyond its limit only. What staff released is left out. */
export interface NetworkCounts {
  /** In the window that ends with the signature in question. */
  recent: number;
  /** Those among them that came too fast or without the form's stamp. */
  suspicious: number;
  /** With the same hash, and so of one day. */
  perDay: number;
}

interface Asked {
  campaignId: string;
  id: string;
  networkHash: string | null;
}

const counted = z.object({
  id: z.string(),
  recent: z.coerce.number(),
  suspicious: z.coerce.number(),
  per_day: z.coerce.number(),
});

/** Counts for each signature what came from its network, in one statement. Those without a network are left out. */
export async function countNetworks(
  ctx: Pick<Context, "db">,
  asked: readonly Asked[],
): Promise<Map<string, NetworkCounts>> {
  const known = asked.filter(({ networkHash }) => networkHash !== null);
  if (known.length === 0) return new Map();
  const wanted = JSON.stringify(known.map(({ campaignId, id }) => ({ campaign_id: campaignId, id })));
  const fromNetwork = sql`
    n.campaign_id = s.campaign_id and n.petition_id = s.petition_id and n.network_hash = s.network_hash
    and n.released_at is null`;
  const rows = rowsOf(
    await ctx.db.execute(sql`
      select s.id, w.recent, w.suspicious, d.per_day
      from json_to_recordset(${wanted}::json) as asked(campaign_id uuid, id uuid)
      join ${signatures} s on s.campaign_id = asked.campaign_id and s.id = asked.id
      cross join lateral (
        select count(*) as recent, count(*) filter (where t.signals && '{too-fast,no-stamp}') as suspicious
        from (
          select n.signals from ${signatures} n
          where ${fromNetwork} and n.signed_at <= s.signed_at
            and n.signed_at > s.signed_at - ${networkLimits.windowMs} * interval '1 millisecond'
          order by n.signed_at desc limit ${networkLimits.perWindow + 1}
        ) t
      ) w
      cross join lateral (
        select count(*) as per_day
        from (select 1 from ${signatures} n where ${fromNetwork} limit ${networkLimits.mailedPerDay + 1}) t
      ) d`),
  ).map((row) => counted.parse(row));
  return new Map(rows.map(({ id, recent, suspicious, per_day }) => [id, { recent, suspicious, perDay: per_day }]));
}
