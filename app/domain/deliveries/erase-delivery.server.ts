import { and, eq, inArray } from "drizzle-orm";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { withdrawFollowUp } from "../follow-ups/wish-follow-up.server";
import { endDelivery } from "./end-delivery.server";
import { deliveryTokenHash, openConstituent } from "./sealed-parts";

/**
 * Deletes at once all that a request holds of a person. What has not been handed over never will be; what has stays with
 * its office, and only how it went stays here.
 * @throws {DomainError} tokenNotFound
 */
export async function eraseDelivery(ctx: Context, token: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [request] = await db
      .select()
      .from(deliveryRequests)
      .where(eq(deliveryRequests.tokenHash, deliveryTokenHash(ctx, token)))
      .for("update");
    if (!request) throw new DomainError("tokenNotFound");
    const { campaignId, id } = request;
    const isOfRequest = and(eq(deliveries.campaignId, campaignId), eq(deliveries.requestId, id));
    const open = await db
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(and(isOfRequest, inArray(deliveries.state, ["prepared", "queued", "submitted"])))
      .for("update");
    for (const { id: deliveryId, state } of open) {
      const reason = state === "submitted" ? "withdrawnUnderWay" : "withdrawn";
      await endDelivery(tx, { campaignId, id: deliveryId }, { state: "failed", reasons: [reason] });
    }
    if (request.constituentSealed !== null) {
      await withdrawFollowUp(tx, campaignId, openConstituent(tx, request.constituentSealed).email);
    }
    await db.update(deliveries).set({ messageSealed: null }).where(isOfRequest);
    await db
      .update(deliveryRequests)
      .set({ constituentSealed: null, wantsFollowUp: false })
      .where(and(eq(deliveryRequests.campaignId, campaignId), eq(deliveryRequests.id, id)));
  });
}
