import { and, asc, isNotNull, lt, sql } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { isOneOf } from "./delete-signatures.server";
import { BATCH_ROWS, inBatches, patience } from "./in-batches";
import { EXPIRED_LINK_DAYS } from "./retention";

/**
 * Lets go of mailed links long after they expired: one that was not used is deleted with what its form said. Of one
 * that was, the choices and the code go, since the consents are the evidence; the link itself stays, because our mails
 * promise that a signature can be withdrawn with it.
 * @returns how many
 */
export async function forgetLinks(ctx: Context): Promise<number> {
  const expiredBefore = new Date(ctx.now().getTime() - EXPIRED_LINK_DAYS * 86_400_000);
  return inBatches(() => ctx.db.transaction((db) => forgetBatch({ ...ctx, db }, expiredBefore)));
}

async function forgetBatch({ db }: Context, expiredBefore: Date): Promise<{ found: number; done: number }> {
  await db.execute(patience);
  const rows = await db
    .select({ campaignId: confirmations.campaignId, id: confirmations.id, usedAt: confirmations.usedAt })
    .from(confirmations)
    .where(and(isNotNull(confirmations.codeHash), lt(confirmations.expiresAt, expiredBefore)))
    .orderBy(asc(confirmations.expiresAt))
    .limit(BATCH_ROWS)
    .for("update", { skipLocked: true });
  const used = rows.filter(({ usedAt }) => usedAt !== null);
  const unused = rows.filter(({ usedAt }) => usedAt === null);
  if (used.length > 0) {
    await db
      .update(confirmations)
      .set({
        codeHash: null,
        choices: sql`${confirmations.choices} || '{"newsletter": false, "partnerIds": []}'::jsonb`,
      })
      .where(isOneOf(confirmations.campaignId, confirmations.id, used));
  }
  if (unused.length > 0)
    await db.delete(confirmations).where(isOneOf(confirmations.campaignId, confirmations.id, unused));
  return { found: rows.length, done: rows.length };
}
