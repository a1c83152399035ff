import { and, count, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { signatures } from "~db/schema/signatures";

/** Confirmed signatures of a campaign; the only ones that are ever shown as a number. */
export async function countSignatures(ctx: Context, campaignId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ confirmed: count() })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, "confirmed")));
  return row?.confirmed ?? 0;
}
