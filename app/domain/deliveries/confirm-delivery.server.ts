import { and, eq } from "drizzle-orm";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { wishFollowUp } from "../follow-ups/wish-follow-up.server";
import { enqueue } from "../outbox/enqueue.server";
import { retryConflict } from "../retry-conflict";
import { findWrittenOffices } from "./delivery-request.server";
import { endDelivery } from "./end-delivery.server";
import { deliveryTokenHash, openConstituent } from "./sealed-parts";

/**
 * Sets the messages of a request on their way, each to its office once for a mailbox. Pressing twice does it once.
 * @throws {DomainError} tokenNotFound
 */
export function confirmDelivery(ctx: Context, token: string): Promise<"confirmed" | "expired"> {
  const isThis = eq(deliveryRequests.tokenHash, deliveryTokenHash(ctx, token));
  return retryConflict(() =>
    ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db };
      const [request] = await db.select().from(deliveryRequests).where(isThis).for("update");
      if (!request) throw new DomainError("tokenNotFound");
      if (request.confirmedAt !== null) return "confirmed";
      if (request.constituentSealed === null || request.expiresAt <= ctx.now()) return "expired";

      await db.update(deliveryRequests).set({ confirmedAt: ctx.now() }).where(isThis);
      await queueDeliveries(tx, request);
      if (request.wantsFollowUp) await wishAnswers(tx, request, request.constituentSealed);
      return "confirmed";
    }),
  );
}

type Request = typeof deliveryRequests.$inferSelect;

async function queueDeliveries(tx: Context, request: Request): Promise<void> {
  const { campaignId } = request;
  const written = await findWrittenOffices(tx, request);
  const prepared = await tx.db
    .select({ id: deliveries.id, bioguide: deliveries.bioguide })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.campaignId, campaignId),
        eq(deliveries.requestId, request.id),
        eq(deliveries.state, "prepared"),
      ),
    );
  for (const { id, bioguide } of prepared) {
    if (written.has(bioguide)) {
      await endDelivery(tx, { campaignId, id }, { state: "failed", reasons: ["alreadyWritten"] });
      continue;
    }
    await tx.db
      .update(deliveries)
      .set({ state: "queued" })
      .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.id, id)));
    await enqueue(
      tx,
      "deliver-to-congress",
      { campaignId, deliveryId: id },
      { uniqueKey: `deliver-to-congress:${campaignId}:${id}` },
    );
  }
}

async function wishAnswers(tx: Context, { campaignId, id, locale }: Request, constituentSealed: string) {
  const rows = await tx.db
    .select({ bioguide: deliveries.bioguide, congress: deliveries.congress })
    .from(deliveries)
    .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.requestId, id)));
  const [first] = rows;
  if (!first) return;
  await wishFollowUp(tx, {
    campaignId,
    congress: first.congress,
    offices: rows.map(({ bioguide }) => bioguide),
    email: openConstituent(tx, constituentSealed).email,
    locale,
    networkHash: null,
  });
}
