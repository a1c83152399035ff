import { and, count, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { isCountable, signatures } from "~db/schema/signatures";

/**
 * Signatures of a campaign that count, counted one by one. Too slow for a page: there the roll-up's totals are
 * shown, and this is what they must come to.
 */
export async function countSignatures(ctx: Context, campaignId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ rows: count() })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), isCountable(signatures)));
  return row?.rows ?? 0;
}
