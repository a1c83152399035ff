import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import type { consentPurposes } from "~db/schema/consents";
import { sharings } from "~db/schema/sharings";
import type { Context } from "../context";

/** Ends, in the transaction of `ctx.db`, the sharing of a person with those to whom a yes was taken back. */
export async function endSharings(
  ctx: Pick<Context, "db" | "now">,
  signature: { campaignId: string; id: string },
  noes: readonly { purpose: (typeof consentPurposes)[number]; partnerId: string | null }[],
): Promise<void> {
  const partnerIds = noes.flatMap(({ partnerId }) => partnerId ?? []);
  const host = ctx.db.select({ id: campaigns.hostId }).from(campaigns).where(eq(campaigns.id, signature.campaignId));
  const toHost = noes.some(({ purpose }) => purpose === "newsletter")
    ? sql`${sharings.recipientId} = ${host}`
    : undefined;
  if (partnerIds.length === 0 && toHost === undefined) return;
  await ctx.db
    .update(sharings)
    .set({ endedAt: ctx.now() })
    .where(
      and(
        eq(sharings.campaignId, signature.campaignId),
        eq(sharings.signatureId, signature.id),
        isNull(sharings.endedAt),
        or(partnerIds.length > 0 ? inArray(sharings.recipientId, partnerIds) : undefined, toHost),
      ),
    );
}
