import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { recount } from "~/domain/counting/recount.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { signatures } from "~db/schema/signatures";
import { switches } from "~db/schema/switches";
import { petitionTotals, regionBacklog, regionTotals } from "~db/schema/totals";

interface Numbers {
  count: number;
  /** Signatures by place, as "US CA 11"; places without any are left out. */
  places: Record<string, number>;
}

/** What the totals must come to, from the signatures alone and not from their stamps. */
export async function trueNumbers(ctx: Context, petitionId: string): Promise<Numbers> {
  const rows = await ctx.db.select().from(signatures).where(eq(signatures.petitionId, petitionId));
  const counted = rows.filter(({ state, heldAt }) => state === "confirmed" && heldAt === null);
  return {
    count: counted.length,
    places: byPlace(
      counted.map(({ country, usState, usDistrict }) => ({
        place: `${country} ${usState ?? ""} ${usDistrict ?? -1}`,
        count: 1,
      })),
    ),
  };
}

/** What the totals tell, with what the regions have yet to take in. */
export async function toldNumbers(ctx: Context, petitionId: string): Promise<Numbers> {
  const [total] = await ctx.db.select().from(petitionTotals).where(eq(petitionTotals.petitionId, petitionId));
  const added = await ctx.db.select().from(regionTotals).where(eq(regionTotals.petitionId, petitionId));
  const waiting = await ctx.db.select().from(regionBacklog).where(eq(regionBacklog.petitionId, petitionId));
  const cells = [...added, ...waiting.map(({ delta, ...place }) => ({ ...place, count: delta }))];
  return {
    count: total?.count ?? 0,
    places: byPlace(
      cells.map(({ country, usState, usDistrict, count }) => ({ place: `${country} ${usState} ${usDistrict}`, count })),
    ),
  };
}

/** Counts until nothing is left to count. */
export async function rollUpAll(ctx: Context, batch?: number): Promise<void> {
  while ((await rollUp(ctx, batch === undefined ? {} : { batch })) > 0) {}
}

/** What the nightly recount finds at a petition. */
export async function recounted(ctx: Context, petitionId: string) {
  const found = (await recount(ctx)).find((comparison) => comparison.petitionId === petitionId);
  if (!found) throw new Error("The petition was not recounted.");
  const { rows, total, regions, misplaced } = found;
  return { rows, total, regions, misplaced };
}

export async function pauseRegions(ctx: Context, isPaused: boolean): Promise<void> {
  if (!isPaused) await ctx.db.delete(switches).where(eq(switches.name, "regions-paused"));
  else {
    await ctx.db
      .insert(switches)
      .values({ name: "regions-paused", scope: "all", since: ctx.now(), changedBy: "Grace" })
      .onConflictDoNothing();
  }
}

/** Empties what the counting reads and writes. */
export async function forgetSignatures(ctx: Context): Promise<void> {
  await ctx.db.execute(
    sql`truncate signatures, petition_totals, region_totals, region_backlog, recounts, outbox, switches cascade`,
  );
}

function byPlace(cells: { place: string; count: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { place, count } of cells) sums[place] = (sums[place] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
}
