import { and, asc, eq, exists, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { localMails, outbox } from "~db/schema/outbox";
import { confirmations, signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { deleteSignatures, isOneOf } from "./delete-signatures.server";
import { forgetLinks } from "./forget-links.server";
import { forgetWithdrawn } from "./forget-withdrawn.server";
import { BATCH_ROWS, inBatches, patience } from "./in-batches";
import { UNCONFIRMED_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/** A postal code is kept after confirming only so that a second press leads to the same page. */
const POSTAL_CODE_MS = 45 * 60_000;
const DONE_JOB_DAYS = 7;

/**
 * Deletes what is kept no longer than its purpose. Safe to run at any time and by several processes: each step takes a
 * few hundred rows at a time and passes over those that somebody holds. What is left after many steps waits for the
 * next run.
 */
export async function forgetWhatIsOver(ctx: Context): Promise<{ signatures: number; postalCodes: number }> {
  const before = (ms: number) => new Date(ctx.now().getTime() - ms);
  const unconfirmed = await deleteSignatures(
    ctx,
    and(eq(signatures.state, "pending"), lt(signatures.signedAt, before(UNCONFIRMED_DAYS * DAY_MS))),
    [asc(signatures.remindedAt), asc(signatures.signedAt)],
  );
  await forgetWithdrawn(ctx);
  await forgetLinks(ctx);
  const postalCodes =
    (await forgetPostalCodes(ctx, lt(confirmations.usedAt, before(POSTAL_CODE_MS)))) +
    (await forgetPostalCodes(ctx, isOfConfirmedSignature(ctx, before(POSTAL_CODE_MS))));
  await forgetDoneJobs(ctx, before(DONE_JOB_DAYS * DAY_MS));
  await emptyDeadJobs(ctx, before(UNCONFIRMED_DAYS * DAY_MS));
  await ctx.db.delete(localMails).where(lt(localMails.createdAt, before(UNCONFIRMED_DAYS * DAY_MS)));
  return { signatures: unconfirmed, postalCodes };
}

function forgetPostalCodes(ctx: Context, which: SQL): Promise<number> {
  const isKept = isNotNull(confirmations.postalCodeSealed);
  return inBatches(async () => {
    // Found without a lock, because looking may take a while, and then taken at once.
    const found = await ctx.db.transaction(async (db) => {
      await db.execute(patience);
      return db
        .select({ campaignId: confirmations.campaignId, id: confirmations.id })
        .from(confirmations)
        .where(and(isKept, which))
        .limit(BATCH_ROWS);
    });
    if (found.length === 0) return { found: 0, done: 0 };
    const taken = ctx.db
      .select({ campaignId: confirmations.campaignId, id: confirmations.id })
      .from(confirmations)
      .where(and(isKept, isOneOf(confirmations.campaignId, confirmations.id, found)))
      .for("update", { skipLocked: true });
    const done = await ctx.db
      .update(confirmations)
      .set({ postalCodeSealed: null })
      .where(sql`(${confirmations.campaignId}, ${confirmations.id}) in ${taken}`)
      .returning({ id: confirmations.id });
    return { found: found.length, done: done.length };
  });
}

/** Links of a signature that another of its links has confirmed. */
function isOfConfirmedSignature(ctx: Context, confirmedBefore: Date): SQL {
  return exists(
    ctx.db
      .select({ id: signatures.id })
      .from(signatures)
      .where(
        and(
          eq(signatures.campaignId, confirmations.campaignId),
          eq(signatures.id, confirmations.signatureId),
          lt(signatures.confirmedAt, confirmedBefore),
        ),
      ),
  );
}

function forgetDoneJobs(ctx: Context, doneBefore: Date): Promise<number> {
  return inBatches(async () => {
    const rows = ctx.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(lt(outbox.doneAt, doneBefore))
      .orderBy(asc(outbox.doneAt))
      .limit(BATCH_ROWS)
      .for("update", { skipLocked: true });
    const done = await ctx.db.delete(outbox).where(inArray(outbox.id, rows)).returning({ id: outbox.id });
    return { found: done.length, done: done.length };
  });
}

/** What was given up stays in sight of staff, but the sealed mail in it names a person. */
function emptyDeadJobs(ctx: Context, deadBefore: Date): Promise<number> {
  return inBatches(async () => {
    const rows = ctx.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(lt(outbox.deadAt, deadBefore), sql`${outbox.payload} <> '{}'::jsonb`))
      .limit(BATCH_ROWS)
      .for("update", { skipLocked: true });
    const done = await ctx.db
      .update(outbox)
      .set({ stateSealed: null, payload: {} })
      .where(inArray(outbox.id, rows))
      .returning({ id: outbox.id });
    return { found: done.length, done: done.length };
  });
}
