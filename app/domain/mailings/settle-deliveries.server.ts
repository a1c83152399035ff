import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { groupBy } from "../campaigns/group-by";
import type { Context } from "../context";
import { attributeEvents } from "./attribute-events.server";

/** A mail that the mail service took. */
export interface SentDelivery {
  deliveryId: string;
  /** Null where the service only said that it had taken it before. */
  providerId: string | null;
}

/** Records, in the transaction of `tx`, that mails have left, and what was heard of them already. Safe to repeat. */
export async function noteSent(tx: Context, sent: readonly SentDelivery[]): Promise<void> {
  const open = await holdOpen(
    tx,
    sent.map(({ deliveryId }) => deliveryId),
  );
  if (open.length === 0) return;
  const isOpen = new Set(open.map(({ id }) => id));
  const rows = sent.filter(({ deliveryId }) => isOpen.has(deliveryId));
  await tx.db.execute(sql`
    update mailing_deliveries d
    set state = 'sent', sent_at = ${tx.now().toISOString()}::timestamptz, provider_id = s.provider
    from json_to_recordset(${JSON.stringify(rows.map(({ deliveryId, providerId }) => ({ id: deliveryId, provider: providerId })))}::json)
      as s(id uuid, provider text)
    where d.id = s.id`);
  for (const ofOne of groupBy(open, ({ mailingId }) => mailingId)) {
    const wereFailed = ofOne.filter(({ state }) => state === "failed").length;
    await tx.db
      .update(mailings)
      .set({ sent: sql`${mailings.sent} + ${ofOne.length}`, failed: sql`${mailings.failed} - ${wereFailed}` })
      .where(eq(mailings.id, ofOne[0].mailingId));
  }
  await attributeEvents(
    tx,
    rows.flatMap(({ providerId }) => providerId ?? []),
  );
}

/** Records, in the transaction of `tx`, that nothing will be sent to those whose mail was left out. Safe to repeat. */
export async function noteSkipped(tx: Context, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.db
    .update(mailingDeliveries)
    .set({ state: "skipped" })
    .where(and(inArray(mailingDeliveries.id, [...deliveryIds]), eq(mailingDeliveries.state, "waiting")));
}

/** Records, in the transaction of `tx`, that the mail service would not have these mails. Safe to repeat. */
export async function noteFailed(tx: Context, deliveryIds: readonly string[]): Promise<void> {
  const open = (await holdOpen(tx, deliveryIds)).filter(({ state }) => state === "waiting");
  for (const ofOne of groupBy(open, ({ mailingId }) => mailingId)) {
    await tx.db
      .update(mailingDeliveries)
      .set({ state: "failed" })
      .where(
        inArray(
          mailingDeliveries.id,
          ofOne.map(({ id }) => id),
        ),
      );
    await tx.db
      .update(mailings)
      .set({ failed: sql`${mailings.failed} + ${ofOne.length}` })
      .where(eq(mailings.id, ofOne[0].mailingId));
  }
}

async function holdOpen(tx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.db
    .select({ id: mailingDeliveries.id, mailingId: mailingDeliveries.mailingId, state: mailingDeliveries.state })
    .from(mailingDeliveries)
    .where(and(inArray(mailingDeliveries.id, [...ids]), inArray(mailingDeliveries.state, ["waiting", "failed"])))
    .orderBy(asc(mailingDeliveries.id))
    .for("update");
}
