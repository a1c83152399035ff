import { and, eq, inArray } from "drizzle-orm";
import { publicEndorsements } from "~db/schema/endorsements";
import type { Context } from "../context";

/** Those of a delivery's endorsements that still stand in public, in its order. */
export async function listDeliveredEndorsements(ctx: Context, campaignId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(publicEndorsements)
    .where(and(eq(publicEndorsements.campaignId, campaignId), inArray(publicEndorsements.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
