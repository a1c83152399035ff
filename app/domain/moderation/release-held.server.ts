import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { enqueueAll } from "../outbox/enqueue.server";
import { BATCH_ROWS, patience } from "../signatures/in-batches";
import { CONFIRMATION_DAYS, UNCONFIRMED_DAYS } from "../signatures/retention";
import { type ModeratedPetition, meets, type SignatureCriteria, signatureCriteria } from "./signature-criteria.server";

const DAY_MS = 86_400_000;

/**
 * Lets held signatures go that meet the criteria: the confirmed ones are counted, they are never held again, and where
 * the mail was withheld it is sent now. In batches; what is left after an interruption, or beyond `atMost`, is released by
 * doing it again.
 * @param order.atMost batches of 500; all unless told
 * @returns how many were released
 * @throws {DomainError} notAllowed
 */
export async function releaseHeld(
  ctx: Context,
  petition: ModeratedPetition,
  order: { criteria: SignatureCriteria; reason: string; by: Orderer; atMost?: number },
): Promise<number> {
  const by = admitOrderer(ctx, order.by, { permission: "moderation.act" });
  const criteria = signatureCriteria.parse(order.criteria);
  const which = and(
    meets(petition, criteria),
    isNotNull(signatures.heldAt),
    inArray(signatures.state, ["pending", "confirmed"]),
  );
  // The first batch goes with what is written down of all of them.
  let last = await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.execute(patience);
    const [met] = await db.select({ number: count() }).from(signatures).where(which);
    const matched = met?.number ?? 0;
    if (matched === 0) return 0;
    const batch = await releaseBatch(tx, petition, which);
    await recordAudit(tx, {
      actor: by,
      action: "held.release",
      campaignId: petition.campaignId,
      facts: { matched, reason: order.reason, ...criteria },
    });
    return batch;
  });
  let released = last;
  for (let batches = 1; last === BATCH_ROWS && batches < (order.atMost ?? Number.POSITIVE_INFINITY); batches++) {
    last = await ctx.db.transaction((db) => releaseBatch({ ...ctx, db }, petition, which));
    released += last;
  }
  return released;
}

async function releaseBatch(tx: Context, { campaignId }: ModeratedPetition, which: ReturnType<typeof and>) {
  await tx.db.execute(patience);
  const rows = await tx.db
    .select({ id: signatures.id, state: signatures.state, signals: signatures.signals })
    .from(signatures)
    .where(which)
    .orderBy(asc(signatures.campaignId), asc(signatures.id))
    .limit(BATCH_ROWS)
    .for("no key update");
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await tx.db
    .update(signatures)
    .set({
      heldAt: null,
      releasedAt: tx.now(),
      signals: sql`array_remove(${signatures.signals}, 'mail-withheld')`,
    })
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids)));
  const unmailed = rows.filter(({ state, signals }) => state === "pending" && signals.includes("mail-withheld"));
  await mailNow(
    tx,
    campaignId,
    unmailed.map(({ id }) => id),
  );
  return rows.length;
}

/** Asks for the mail of the newest form of each, whose days begin to run now. */
async function mailNow(tx: Context, campaignId: string, signatureIds: string[]) {
  if (signatureIds.length === 0) return;
  const newest = await tx.db
    .selectDistinctOn([confirmations.signatureId], { id: confirmations.id })
    .from(confirmations)
    .where(
      and(
        eq(confirmations.campaignId, campaignId),
        inArray(confirmations.signatureId, signatureIds),
        isNull(confirmations.usedAt),
      ),
    )
    .orderBy(confirmations.signatureId, desc(confirmations.createdAt), desc(confirmations.id));
  const ids = newest.map(({ id }) => id);
  if (ids.length === 0) return;
  const works = sql`${new Date(tx.now().getTime() + CONFIRMATION_DAYS * DAY_MS).toISOString()}::timestamptz`;
  // No link outlives its signature.
  const deleted = sql`(select ${signatures.signedAt} from ${signatures}
    where ${signatures.campaignId} = ${confirmations.campaignId} and ${signatures.id} = ${confirmations.signatureId})
    + ${UNCONFIRMED_DAYS} * interval '1 day'`;
  await tx.db
    .update(confirmations)
    .set({ expiresAt: sql`least(${works}, ${deleted})` })
    .where(and(eq(confirmations.campaignId, campaignId), inArray(confirmations.id, ids)));
  await enqueueAll(
    tx,
    "email-confirmation",
    ids.map((confirmationId) => ({ campaignId, confirmationId })),
  );
}
