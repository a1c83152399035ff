import { and, asc, eq, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { DeliveryState } from "./delivery-states";
import { type Constituent, deliveryTokenHash, type OfficeMessage, openConstituent, openMessage } from "./sealed-parts";

/** One office of a request. */
export interface RequestedDelivery {
  id: string;
  bioguide: string;
  usState: string;
  usDistrict: number | null;
  state: DeliveryState;
  /** Codes with words in `deliver.json`. */
  reasons: string[];
  /** Null once it was deleted. */
  message: OfficeMessage | null;
}

export interface DeliveryRequest {
  campaignId: string;
  campaignSlug: string;
  id: string;
  locale: string;
  state: "open" | "confirmed" | "expired";
  congress: number;
  wantsFollowUp: boolean;
  /** Null once it was deleted. */
  constituent: Constituent | null;
  deliveries: RequestedDelivery[];
}

/**
 * What a mailed link speaks of. Changes nothing.
 * @throws {DomainError} tokenNotFound
 */
export async function getDeliveryRequest(ctx: Context, token: string): Promise<DeliveryRequest> {
  const [row] = await ctx.db
    .select({ request: deliveryRequests, slug: campaigns.slug })
    .from(deliveryRequests)
    .innerJoin(campaigns, eq(campaigns.id, deliveryRequests.campaignId))
    .where(eq(deliveryRequests.tokenHash, deliveryTokenHash(ctx, token)));
  if (!row) throw new DomainError("tokenNotFound");
  const { request, slug } = row;
  const rows = await ctx.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.campaignId, request.campaignId), eq(deliveries.requestId, request.id)))
    .orderBy(asc(deliveries.id));
  const isOver = request.constituentSealed === null || request.expiresAt <= ctx.now();
  return {
    campaignId: request.campaignId,
    campaignSlug: slug,
    id: request.id,
    locale: request.locale,
    state: request.confirmedAt !== null ? "confirmed" : isOver ? "expired" : "open",
    congress: rows[0]?.congress ?? 0,
    wantsFollowUp: request.wantsFollowUp,
    constituent: request.constituentSealed === null ? null : openConstituent(ctx, request.constituentSealed),
    deliveries: rows.map(({ id, bioguide, usState, usDistrict, state, reason, messageSealed }) => ({
      id,
      bioguide,
      usState,
      usDistrict,
      state,
      reasons: reason === null ? [] : reason.split(","),
      message: messageSealed === null ? null : openMessage(ctx, messageSealed),
    })),
  };
}

/** Under way or arrived; in the words of the index that allows one of them for each mailbox and office. */
export const isWritten = sql`${deliveries.state} in ('queued', 'submitted', 'accepted')`;

/** Bioguide ids of offices that a mailbox has written to already in this campaign: those are not written to again. */
export async function findWrittenOffices(
  ctx: Context,
  { campaignId, supporterHash }: { campaignId: string; supporterHash: string },
): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ bioguide: deliveries.bioguide })
    .from(deliveries)
    .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.supporterHash, supporterHash), isWritten));
  return new Set(rows.map(({ bioguide }) => bioguide));
}
