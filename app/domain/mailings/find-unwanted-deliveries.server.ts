import { eq, inArray } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { groupBy } from "../campaigns/group-by";
import type { Context } from "../context";
import { readShared } from "../exports/read-shared.server";
import { WRITTEN_MAIL_HOURS } from "./retention";
import { unsubscribedSince } from "./unsubscribed-since.server";

const HOUR_MS = 3_600_000;

/**
 * Finds mails to supporters that were written some time ago and must not leave any more: the yes was taken back or the
 * signature is gone, the mailing was stopped or cancelled, or the mail service may have forgotten the key under which it was
 * asked before. A pause keeps none of them: whoever asked and heard nothing does not know whether the mail has left, and to
 * write it anew later could send it twice.
 * @param mails written ones, with the address that each goes to
 * @returns ids of deliveries that may still leave
 */
export async function findWantedDeliveries(
  ctx: Context,
  mails: readonly { deliveryId: string; to: string }[],
): Promise<Set<string>> {
  if (mails.length === 0) return new Set();
  const rows = await ctx.db
    .select({ delivery: mailingDeliveries, mailing: mailings })
    .from(mailingDeliveries)
    .innerJoin(mailings, eq(mailings.id, mailingDeliveries.mailingId))
    .where(
      inArray(
        mailingDeliveries.id,
        mails.map(({ deliveryId }) => deliveryId),
      ),
    );
  const oldest = new Date(ctx.now().getTime() - WRITTEN_MAIL_HOURS * HOUR_MS);
  const open = rows.filter(
    ({ delivery, mailing }) =>
      (delivery.state === "waiting" || delivery.state === "failed") &&
      mailing.state !== "stopped" &&
      mailing.state !== "cancelled" &&
      delivery.writtenAt !== null &&
      delivery.writtenAt > oldest,
  );
  const consentedAt = new Map<string, Date>();
  for (const some of groupBy(open, ({ delivery }) => `${delivery.mailingId} ${delivery.campaignId}`)) {
    const { delivery, mailing } = some[0];
    const shared = await readShared(
      ctx,
      { id: mailing.recipientId, partnerId: mailing.partnerId },
      { campaignId: delivery.campaignId, signatureIds: some.map((row) => row.delivery.signatureId) },
    );
    const yes = new Map(shared.map((one) => [one.signatureId, one.consentedAt]));
    for (const row of some) {
      const at = yes.get(row.delivery.signatureId);
      if (at !== undefined) consentedAt.set(row.delivery.id, at);
    }
  }
  const unsubscribed = await unsubscribedSince(
    ctx,
    mails.map(({ to }) => to),
  );
  return new Set(
    mails.flatMap(({ deliveryId, to }) => {
      const at = consentedAt.get(deliveryId);
      return at !== undefined && !((unsubscribed.get(to) ?? new Date(0)) >= at) ? [deliveryId] : [];
    }),
  );
}
