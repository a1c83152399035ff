import { and, eq, inArray, sql } from "drizzle-orm";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";

export interface DeliveryKey {
  campaignId: string;
  deliveryId: string;
}

/** A delivery that is under way with all that its message is made of, or null where it is over or was deleted. */
export async function findDelivery(ctx: Context, { campaignId, deliveryId }: DeliveryKey) {
  const [row] = await ctx.db
    .select({
      delivery: deliveries,
      constituentSealed: deliveryRequests.constituentSealed,
      confirmedAt: deliveryRequests.confirmedAt,
    })
    .from(deliveries)
    .innerJoin(
      deliveryRequests,
      and(eq(deliveryRequests.campaignId, deliveries.campaignId), eq(deliveryRequests.id, deliveries.requestId)),
    )
    .where(
      and(
        eq(deliveries.campaignId, campaignId),
        eq(deliveries.id, deliveryId),
        inArray(deliveries.state, ["queued", "submitted"]),
      ),
    );
  if (!row || row.constituentSealed === null || row.delivery.messageSealed === null || row.confirmedAt === null) {
    return null;
  }
  const { delivery, constituentSealed, confirmedAt } = row;
  return { ...delivery, messageSealed: row.delivery.messageSealed, constituentSealed, confirmedAt };
}

/**
 * Marks a message as handed to its gateway, before it is: from here on only the gateway knows whether it arrived.
 * @returns false where it was ended or deleted meanwhile
 */
export async function markSubmitted(ctx: Context, { campaignId, deliveryId }: DeliveryKey): Promise<boolean> {
  const marked = await ctx.db
    .update(deliveries)
    .set({
      state: "submitted",
      submittedAt: sql`coalesce(${deliveries.submittedAt}, ${ctx.now().toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(deliveries.campaignId, campaignId),
        eq(deliveries.id, deliveryId),
        inArray(deliveries.state, ["queued", "submitted"]),
      ),
    )
    .returning({ id: deliveries.id });
  return marked.length > 0;
}
