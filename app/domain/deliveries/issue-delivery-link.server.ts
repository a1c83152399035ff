import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import { findWrittenOffices } from "./delivery-request.server";
import { type Constituent, deliveryTokenHash, openConstituent } from "./sealed-parts";

export interface IssuedDeliveryLink {
  campaignSlug: string;
  locale: string;
  /** Stands behind `/{locale}/deliver/`. */
  token: string;
  constituent: Constituent;
  congress: number;
  /** Bioguide ids, and whether this mailbox has written there before: such a message is not handed over again. */
  offices: { bioguide: string; isWritten: boolean }[];
}

/** Makes the secret of the mail that asks to hand messages over. Null where there is nothing to ask any more. */
export async function issueDeliveryLink(
  ctx: Context,
  { campaignId, requestId }: { campaignId: string; requestId: string },
): Promise<IssuedDeliveryLink | null> {
  const isRequest = and(eq(deliveryRequests.campaignId, campaignId), eq(deliveryRequests.id, requestId));
  const [row] = await ctx.db
    .select({ request: deliveryRequests, slug: campaigns.slug })
    .from(deliveryRequests)
    .innerJoin(campaigns, eq(campaigns.id, deliveryRequests.campaignId))
    .where(isRequest);
  if (!row || row.request.confirmedAt !== null || row.request.expiresAt <= ctx.now()) return null;
  const { constituentSealed, locale } = row.request;
  if (constituentSealed === null) return null;

  const token = ctx.newToken();
  await ctx.db
    .update(deliveryRequests)
    .set({ tokenHash: deliveryTokenHash(ctx, token) })
    .where(isRequest);
  const rows = await ctx.db
    .select({ bioguide: deliveries.bioguide, congress: deliveries.congress })
    .from(deliveries)
    .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.requestId, requestId)));
  const written = await findWrittenOffices(ctx, row.request);
  return {
    campaignSlug: row.slug,
    locale,
    token,
    constituent: openConstituent(ctx, constituentSealed),
    congress: rows[0]?.congress ?? 0,
    offices: rows.map(({ bioguide }) => ({ bioguide, isWritten: written.has(bioguide) })),
  };
}
