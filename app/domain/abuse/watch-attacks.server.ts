import { and, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { switches } from "~db/schema/switches";
import { AUTOMATIC } from "../audit/record-audit.server";
import type { Context } from "../context";
import { setSwitch } from "../switches/set-switch.server";
import { attackLimits } from "./limits";

/**
 * Turns `under-attack` on for a campaign of which many signatures were held lately, and off again after an hour
 * without. What staff turned on stays on, and what they turned off stays off for an hour.
 */
export async function watchAttacks(ctx: Context): Promise<void> {
  const since = (ms: number) => new Date(ctx.now().getTime() - ms);
  const held = await ctx.db
    .select({
      campaignId: signatures.campaignId,
      lately: sql<number>`count(*) filter (where ${gt(signatures.heldAt, since(attackLimits.windowMs))})`.mapWith(
        Number,
      ),
    })
    .from(signatures)
    .where(and(isNotNull(signatures.heldAt), gt(signatures.heldAt, since(attackLimits.calmMs))))
    .groupBy(signatures.campaignId);
  const on = await ctx.db.select().from(switches).where(eq(switches.name, "under-attack"));

  for (const { campaignId, lately } of held) {
    const isOn = on.some(({ scope }) => scope === campaignId);
    if (isOn || lately <= attackLimits.heldPerWindow) continue;
    if (await wasTurnedOffByStaff(ctx, campaignId, since(attackLimits.calmMs))) continue;
    await turn(ctx, campaignId, true);
  }
  for (const { scope, since: onSince, changedBy } of on) {
    const isCalm = onSince <= since(attackLimits.calmMs) && !held.some(({ campaignId }) => campaignId === scope);
    if (changedBy === AUTOMATIC && isCalm) await turn(ctx, scope, false);
  }
}

async function turn(ctx: Context, campaignId: string, isOn: boolean) {
  // Only its id is needed to turn it.
  await setSwitch(ctx, { name: "under-attack", campaign: { id: campaignId, slug: "" } }, { isOn, by: AUTOMATIC });
}

async function wasTurnedOffByStaff(ctx: Context, campaignId: string, since: Date): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        gt(auditLog.at, since),
        eq(auditLog.action, "switch.off"),
        eq(auditLog.campaignId, campaignId),
        ne(auditLog.actor, AUTOMATIC),
        sql`${auditLog.facts} ->> 'name' = 'under-attack'`,
      ),
    )
    .limit(1);
  return row !== undefined;
}
