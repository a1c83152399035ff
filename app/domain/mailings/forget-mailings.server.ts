import { and, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import type { Context } from "../context";
import { BATCH_ROWS, inBatches, patience } from "../signatures/in-batches";
import { DELIVERY_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/** Forgets, in short transactions, who got a mailing that is long over, and by which mailbox one that is over told people apart. */
export async function forgetMailings(ctx: Context): Promise<void> {
  const now = ctx.now();
  const ended = (before: Date) => ctx.db.select({ id: mailings.id }).from(mailings).where(lt(mailings.endedAt, before));
  const some = (which: SQL | undefined) =>
    ctx.db.select({ id: mailingDeliveries.id }).from(mailingDeliveries).where(which).limit(BATCH_ROWS);
  const old = inArray(mailingDeliveries.mailingId, ended(new Date(now.getTime() - DELIVERY_DAYS * DAY_MS)));
  await inBatches(async () => {
    const gone = await ctx.db.transaction(async (db) => {
      await db.execute(patience);
      return db
        .delete(mailingDeliveries)
        .where(sql`${mailingDeliveries.id} = any(array(${some(old)}))`)
        .returning({ id: mailingDeliveries.id });
    });
    return { found: gone.length, done: gone.length };
  });
  // Not at once: one that was stopped may go on.
  const over = and(
    inArray(mailingDeliveries.mailingId, ended(new Date(now.getTime() - DAY_MS))),
    isNotNull(mailingDeliveries.mailboxHash),
    inArray(mailingDeliveries.mailingId, ctx.db.select({ id: mailings.id }).from(mailings).where(isFinal)),
  );
  await inBatches(async () => {
    const wiped = await ctx.db
      .update(mailingDeliveries)
      .set({ mailboxHash: null })
      .where(sql`${mailingDeliveries.id} = any(array(${some(over)}))`)
      .returning({ id: mailingDeliveries.id });
    return { found: wiped.length, done: wiped.length };
  });
}

const isFinal = inArray(mailings.state, ["done", "cancelled"]);
