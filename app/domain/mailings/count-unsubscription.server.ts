import { eq, sql } from "drizzle-orm";
import { mailings } from "~db/schema/mailings";
import type { Context } from "../context";

/** Counts, in the transaction of `tx`, that somebody unsubscribed by the link in a mailing. */
export async function countUnsubscription(tx: Pick<Context, "db">, mailingId: string): Promise<void> {
  await tx.db
    .update(mailings)
    .set({ unsubscribed: sql`${mailings.unsubscribed} + 1` })
    .where(eq(mailings.id, mailingId));
}
