import { and, count, eq, gt } from "drizzle-orm";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { enqueue } from "../outbox/enqueue.server";
import { cwcOfficeCode } from "./office-code";
import { DELIVERY_LINK_DAYS, requestLimits } from "./retention";
import {
  type Constituent,
  deliveryTokenHash,
  type OfficeMessage,
  sealConstituent,
  sealMessage,
  supporterHash,
} from "./sealed-parts";

const DAY_MS = 86_400_000;

export interface DeliveryInput {
  campaignId: string;
  congress: number;
  locale: string;
  /** Random, made with the form: the same press twice is one request. */
  requestKey: string;
  /** See `createNetworks`. */
  networkHash: string | null;
  wantsFollowUp: boolean;
  constituent: Constituent;
  messages: { lawmaker: Lawmaker; message: OfficeMessage }[];
}

/**
 * Keeps, sealed, what somebody wants handed to offices, and mails the owner of the mailbox the link that does it. The answer
 * is the same whoever has written before: the mail says so.
 * @returns `tooMany` when too much came from one network today
 */
export async function requestDelivery(ctx: Context, input: DeliveryInput): Promise<"checkInbox" | "tooMany"> {
  const { campaignId, networkHash, constituent } = input;
  const since = new Date(ctx.now().getTime() - DAY_MS);
  if (networkHash !== null) {
    const [ofNetwork] = await ctx.db
      .select({ requests: count() })
      .from(deliveryRequests)
      .where(and(eq(deliveryRequests.networkHash, networkHash), gt(deliveryRequests.askedAt, since)));
    if ((ofNetwork?.requests ?? 0) >= requestLimits.perNetworkAndDay) return "tooMany";
  }
  const mailbox = supporterHash(ctx, campaignId, constituent.email);
  const [ofMailbox] = await ctx.db
    .select({ requests: count() })
    .from(deliveryRequests)
    .where(
      and(
        eq(deliveryRequests.campaignId, campaignId),
        eq(deliveryRequests.supporterHash, mailbox),
        gt(deliveryRequests.askedAt, since),
      ),
    );
  // A mailbox that was asked often enough gets no more mail today, and nobody learns that.
  if ((ofMailbox?.requests ?? 0) >= requestLimits.perMailboxAndDay) return "checkInbox";

  await ctx.db.transaction((db) => keepRequest({ ...ctx, db }, input, mailbox));
  return "checkInbox";
}

async function keepRequest(tx: Context, input: DeliveryInput, mailbox: string): Promise<void> {
  const { campaignId, congress, constituent } = input;
  const now = tx.now();
  const id = tx.newId();
  const kept = await tx.db
    .insert(deliveryRequests)
    .values({
      campaignId,
      id,
      // The mail brings a secret of its own; this one nobody knows.
      tokenHash: deliveryTokenHash(tx, tx.newToken()),
      constituentSealed: sealConstituent(tx, constituent),
      supporterHash: mailbox,
      locale: input.locale,
      requestKey: input.requestKey,
      networkHash: input.networkHash,
      wantsFollowUp: input.wantsFollowUp,
      askedAt: now,
      expiresAt: new Date(now.getTime() + DELIVERY_LINK_DAYS * DAY_MS),
    })
    .onConflictDoNothing()
    .returning({ id: deliveryRequests.id });
  if (kept.length === 0) return;
  await tx.db.insert(deliveries).values(
    input.messages.map(({ lawmaker, message }) => ({
      campaignId,
      id: tx.newId(),
      requestId: id,
      supporterHash: mailbox,
      congress,
      bioguide: lawmaker.bioguide,
      officeCode: cwcOfficeCode(lawmaker) ?? "",
      usState: lawmaker.state,
      usDistrict: lawmaker.district,
      deliveryId: tx.newId().replaceAll("-", ""),
      messageSealed: sealMessage(tx, message),
      state: "prepared" as const,
      preparedAt: now,
    })),
  );
  await enqueue(tx, "email-confirm-delivery", { campaignId, requestId: id });
}
