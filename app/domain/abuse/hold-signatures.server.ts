import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import type { SignatureSignal } from "./signature-signals";

interface Row {
  campaignId: string;
  id: string;
}

export interface Holding {
  /** The signatures in question. */
  of: readonly Row[];
  /** Ids of those that are held by themselves. */
  held: ReadonlySet<string>;
  /** Ids of those whose mail waits, too, if they are held. */
  withheld: ReadonlySet<string>;
  /** Networks of which all signatures are held. */
  networks: readonly { campaignId: string; petitionId: string; networkHash: string | null }[];
  /** Signals to be noted, by id. */
  signals: ReadonlyMap<string, readonly SignatureSignal[]>;
}

/**
 * Writes down what was judged, in one statement that takes its rows in the order of their ids: two that judge at once
 * wait for each other, and never in a circle. What staff have released meanwhile is left alone.
 * @returns the ids of the signatures in question whose mail has to wait
 */
export async function holdSignatures(ctx: Pick<Context, "db" | "now">, holding: Holding): Promise<Set<string>> {
  const own = holding.of.flatMap(({ campaignId, id }) => {
    const signals = [...(holding.signals.get(id) ?? [])];
    const row = { campaign_id: campaignId, id, is_held: holding.held.has(id), is_withheld: holding.withheld.has(id) };
    return row.is_held || row.is_withheld || signals.length > 0 ? [{ ...row, signals: signals.join(",") }] : [];
  });
  if (own.length === 0 && holding.networks.length === 0) return new Set();
  const networks = holding.networks.map(({ campaignId, petitionId, networkHash }) => ({
    campaign_id: campaignId,
    petition_id: petitionId,
    network_hash: networkHash,
  }));
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const rows = rowsOf(
    await ctx.db.execute(sql`
      with own as materialized (
        select * from json_to_recordset(${JSON.stringify(own)}::json)
          as t(campaign_id uuid, id uuid, is_held boolean, is_withheld boolean, signals text)
      ), of_networks as materialized (
        select s.campaign_id, s.id
        from json_to_recordset(${JSON.stringify(networks)}::json) as t(campaign_id uuid, petition_id uuid, network_hash text)
        join ${signatures} s using (campaign_id, petition_id, network_hash)
        where s.held_at is null and s.released_at is null and s.state in ('pending', 'confirmed')
      ), taken as materialized (
        select s.campaign_id, s.id, coalesce(own.is_held, false) or s.id in (select id from of_networks) as is_held,
          coalesce(own.is_withheld, false) as is_withheld, own.signals
        from (select campaign_id, id from own union select campaign_id, id from of_networks) t
        join ${signatures} s using (campaign_id, id)
        left join own using (campaign_id, id)
        order by s.campaign_id, s.id
        for no key update of s
      ), judged as (
        update ${signatures} s set
          held_at = case when ${isToHold} then coalesce(s.held_at, ${now}) else s.held_at end,
          signals = s.signals || case when t.signals <> '' then string_to_array(t.signals, ',') else '{}' end
            || case when ${waits} and not 'mail-withheld' = any(s.signals) then '{mail-withheld}'::text[] else '{}' end
        from taken t
        where s.campaign_id = t.campaign_id and s.id = t.id
        returning s.id, ${waits} as waits
      )
      select id from judged where waits`),
  );
  return new Set(rows.map(({ id }) => String(id)));
}

const isToHold = sql`(t.is_held and s.released_at is null and s.state in ('pending', 'confirmed'))`;
/** After the statement a row is held if it was, or is now. */
const waits = sql`(t.is_withheld and s.released_at is null and (s.held_at is not null or ${isToHold}))`;
