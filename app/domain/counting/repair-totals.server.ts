import { sql } from "drizzle-orm";
import { dailyNumbers } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { NO_DISTRICT, NO_STATE, petitionTotals, regionBacklog, regionTotals } from "~db/schema/totals";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { allowLongStatements, type Comparison, compareCounts, differs } from "./compare-counts.server";
import { remakeNumbers } from "./remake-numbers.server";
import { rollUpLock } from "./roll-up.server";

/**
 * Makes the totals anew from the stamped signatures where they differ, while the roll-up waits. Readers see the
 * old totals or the new ones, nothing between.
 * @param by who ordered it, for the audit log
 * @returns what differed before
 */
export function repairTotals(ctx: Context, { by }: { by: string }): Promise<Comparison[]> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await allowLongStatements(tx);
    await db.execute(sql`select pg_advisory_xact_lock(${rollUpLock})`);
    // Others add to the numbers by day, too: contacts and page views wait, or come again.
    await db.execute(sql`lock table ${dailyNumbers} in share row exclusive mode`);
    const wrong = (await compareCounts(tx)).filter(differs);
    for (const { campaignId, petitionId, ...numbers } of wrong) {
      await remake(tx, { campaignId, petitionId });
      await remakeNumbers(tx, campaignId);
      await recordAudit(tx, { actor: by, action: "totals.repair", campaignId, facts: { petitionId, ...numbers } });
    }
    return wrong;
  });
}

async function remake(tx: Context, petition: { campaignId: string; petitionId: string }) {
  const ofPetition = sql`campaign_id = ${petition.campaignId} and petition_id = ${petition.petitionId}`;
  for (const table of [petitionTotals, regionTotals, regionBacklog]) {
    await tx.db.execute(sql`delete from ${table} where ${ofPetition}`);
  }
  await tx.db.execute(sql`
    insert into ${regionTotals} (campaign_id, petition_id, country, us_state, us_district, count)
    select campaign_id, petition_id, counted_country, coalesce(counted_us_state, ${NO_STATE}),
      coalesce(counted_us_district, ${NO_DISTRICT})::smallint, count(*)
    from ${signatures} where ${ofPetition} and counted_at is not null group by 1, 2, 3, 4, 5`);
  await tx.db.execute(sql`
    insert into ${petitionTotals} (campaign_id, petition_id, count, updated_at)
    select campaign_id, petition_id, sum(count), ${tx.now().toISOString()}::timestamptz
    from ${regionTotals} where ${ofPetition} group by 1, 2`);
}
