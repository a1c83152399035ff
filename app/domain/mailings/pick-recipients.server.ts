import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { AUTOMATIC, recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { nextSharings, type SharingsOrder } from "../exports/next-sharings.server";
import { readShared } from "../exports/read-shared.server";
import { noteMailing } from "../numbers/notes.server";
import { enqueueAll } from "../outbox/enqueue.server";
import { canonicalMailbox } from "../signatures/canonical-mailbox";
import { patience } from "../signatures/in-batches";
import { findText, type Mailing } from "./find-mailing.server";
import { whyNotSend } from "./senders.server";

/** People of one transaction: a hundredth of a second or two. */
const BATCH = 100;

/** Mails that may wait in the outbox: a pause or a stop then comes soon, and nobody else's mail waits long behind them. */
export const MOST_WAITING = 500;

/**
 * Gives the next supporters of a mailing a delivery each, and each delivery its job, in one transaction with how far that
 * has come: after a crash at any moment the work goes on where it was, and nobody is there twice. Several may run it at
 * once: they take turns.
 * @returns `full` while there is nothing to do but to wait for the mails that are under way
 */
export async function pickRecipients(
  ctx: Context,
  mailingId: string,
  limit = BATCH,
): Promise<"more" | "full" | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    // Read anew each time: somebody may have paused it, or readers complained.
    const [mailing] = await db.select().from(mailings).where(eq(mailings.id, mailingId)).for("update");
    if (mailing === undefined || mailing.state !== "sending") return "over";
    await db.execute(patience);
    const why = await whyNotSend(tx, mailing.partnerId);
    if (why !== null) {
      await pauseFor(tx, mailing, why);
      return "over";
    }
    const waiting = await countWaiting(tx, mailingId);
    const room = Math.min(limit, MOST_WAITING - waiting);
    if (room <= 0) return "full";
    if (await askAgain(tx, mailing, room)) return "more";
    const next = await nextSharings(tx, orderOf(mailing), room);
    if (next !== null) {
      await pick(tx, mailing, next);
      return "more";
    }
    if (waiting > 0) return "full";
    await end(tx, mailing);
    return "over";
  });
}

/** The sharings that a mailing goes through. */
export function orderOf({ recipientId, campaignId, startedAt, cursor }: Mailing): SharingsOrder {
  if (startedAt === null) throw new Error("The mailing has not begun.");
  return { recipientId, campaignId, requestedAt: startedAt, sinceFrom: null, sinceBefore: null, cursor };
}

async function countWaiting(tx: Context, mailingId: string): Promise<number> {
  const [row] = await tx.db
    .select({ number: count() })
    .from(mailingDeliveries)
    .where(and(eq(mailingDeliveries.mailingId, mailingId), eq(mailingDeliveries.state, sql`'waiting'`)));
  return row?.number ?? 0;
}

/** Asks for new jobs for those whose jobs came while the mailing was paused. */
async function askAgain(tx: Context, { id }: Mailing, room: number): Promise<boolean> {
  const held = await tx.db
    .select({ id: mailingDeliveries.id, campaignId: mailingDeliveries.campaignId })
    .from(mailingDeliveries)
    .where(and(eq(mailingDeliveries.mailingId, id), eq(mailingDeliveries.state, sql`'held'`)))
    .orderBy(asc(mailingDeliveries.id))
    .limit(room)
    .for("update");
  if (held.length === 0) return false;
  await tx.db
    .update(mailingDeliveries)
    .set({ state: "waiting" })
    .where(
      inArray(
        mailingDeliveries.id,
        held.map((delivery) => delivery.id),
      ),
    );
  await ask(tx, id, held);
  return true;
}

async function pick(tx: Context, mailing: Mailing, next: NonNullable<Awaited<ReturnType<typeof nextSharings>>>) {
  const { id, recipientId, partnerId } = mailing;
  // The consents are looked at here as they are now, and once more when each mail is written.
  const shared = await readShared(tx, { id: recipientId, partnerId }, next);
  const rows = shared.map(({ signatureId, emailSealed }) => ({
    id: tx.newId(),
    mailingId: id,
    campaignId: next.campaignId,
    signatureId,
    mailboxHash: mailingMailbox(tx, id, tx.vault.open("signature.email", emailSealed)),
    state: "waiting" as const,
  }));
  const made =
    rows.length === 0
      ? []
      : await tx.db
          .insert(mailingDeliveries)
          .values(rows)
          .onConflictDoNothing()
          .returning({ id: mailingDeliveries.id, campaignId: mailingDeliveries.campaignId });
  await ask(tx, id, made);
  if (made.length > 0) await note(tx, mailing, next.campaignId);
  await tx.db
    .update(mailings)
    .set({
      cursor: next.cursor,
      lookedAt: mailing.lookedAt + next.signatureIds.length,
      picked: mailing.picked + made.length,
    })
    .where(eq(mailings.id, id));
}

/** One hash for each mailbox, of no use beyond the mailing. */
function mailingMailbox(ctx: Pick<Context, "vault">, mailingId: string, email: string): string {
  return ctx.vault.lookupHash("mailing-mailbox", `${mailingId} ${canonicalMailbox(email)}`);
}

function ask(tx: Context, mailingId: string, deliveries: readonly { id: string; campaignId: string }[]): Promise<void> {
  return enqueueAll(
    tx,
    "email-mailing",
    deliveries.map(({ id, campaignId }) => ({ mailingId, campaignId, deliveryId: id })),
  );
}

async function note(tx: Context, { id, partnerId, sourceLocale, name, createdBy }: Mailing, campaignId: string) {
  const text = await findText(tx, id, sourceLocale);
  await noteMailing(tx, { id, campaignId, partnerId, text: text?.subject ?? name, createdBy });
}

async function pauseFor(tx: Context, mailing: Mailing, why: NonNullable<Mailing["pausedWhy"]>): Promise<void> {
  await tx.db.update(mailings).set({ state: "paused", pausedWhy: why }).where(eq(mailings.id, mailing.id));
  await record(tx, mailing, "mailing.pause", { why });
}

/** Lets a mailing pause whose work failed again and again, in the transaction of `tx`. */
export async function pauseForFault(tx: Context, mailingId: string): Promise<void> {
  const [mailing] = await tx.db.select().from(mailings).where(eq(mailings.id, mailingId)).for("update");
  if (mailing?.state === "sending") await pauseFor(tx, mailing, "fault");
}

async function end(tx: Context, mailing: Mailing): Promise<void> {
  await tx.db.update(mailings).set({ state: "done", endedAt: tx.now() }).where(eq(mailings.id, mailing.id));
  await record(tx, mailing, "mailing.done", {});
}

function record(tx: Context, mailing: Mailing, action: string, facts: Record<string, string>): Promise<void> {
  const { id, partnerId, campaignId, sent } = mailing;
  return recordAudit(tx, {
    actor: AUTOMATIC,
    action,
    partnerId,
    ...(campaignId !== null && { campaignId }),
    facts: { mailing: id, sent, ...facts },
  });
}
