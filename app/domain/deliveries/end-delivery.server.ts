import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { contacts } from "~db/schema/contacts";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import type { RejectionReason } from "./cwc-channel";
import type { FailureReason } from "./delivery-states";

export type DeliveryEnd =
  | { state: "accepted" }
  | { state: "rejected"; reasons: readonly RejectionReason[] }
  | { state: "failed"; reasons: readonly FailureReason[] };

/**
 * Ends a delivery that is not over yet: records how, counts it for the office where the gateway has spoken, and wipes at
 * once what a failure no longer needs. Runs in the transaction of `ctx.db`; twice is once.
 */
export async function endDelivery(
  ctx: Context,
  { campaignId, id }: { campaignId: string; id: string },
  end: DeliveryEnd,
): Promise<void> {
  const now = ctx.now();
  const [ended] = await ctx.db
    .update(deliveries)
    .set({
      state: end.state,
      endedAt: now,
      reason: end.state === "accepted" ? null : end.reasons.join(","),
      ...(end.state === "accepted" ? {} : { messageSealed: null }),
    })
    .where(
      and(
        eq(deliveries.campaignId, campaignId),
        eq(deliveries.id, id),
        inArray(deliveries.state, ["prepared", "queued", "submitted"]),
      ),
    )
    .returning();
  if (!ended) return;
  const isRequest = and(eq(deliveryRequests.campaignId, campaignId), eq(deliveryRequests.id, ended.requestId));
  if (end.state !== "failed") {
    const [request] = await ctx.db.select({ locale: deliveryRequests.locale }).from(deliveryRequests).where(isRequest);
    await ctx.db
      .insert(contacts)
      .values({
        campaignId,
        id: ctx.newId(),
        congress: ended.congress,
        office: ended.bioguide,
        usState: ended.usState,
        usDistrict: ended.usDistrict,
        channel: "cwc",
        state: end.state,
        outcome: end.state,
        locale: request?.locale ?? "en",
        // Not the delivery's own id: a contact names nobody and leads to nobody.
        requestKey: ctx.newId(),
        at: now,
      })
      .onConflictDoNothing();
  }
  // The name and address are needed while one message is under way, and as long as one that arrived is kept.
  const stillNeeded = ctx.db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.campaignId, campaignId),
        eq(deliveries.requestId, ended.requestId),
        inArray(deliveries.state, ["prepared", "queued", "submitted", "accepted"]),
      ),
    );
  await ctx.db
    .update(deliveryRequests)
    .set({ constituentSealed: null })
    .where(and(isRequest, notExists(stillNeeded)));
}
