import { and, inArray, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { confirmations, signatures } from "~db/schema/signatures";
import { unsubscribeLinks } from "~db/schema/suppressions";
import type { Context } from "../context";
import { BATCH_ROWS, inBatches, patience } from "./in-batches";

/**
 * Deletes signatures with all that hangs on them, in short transactions. Nothing is waited for: a signature that
 * somebody holds, or whose confirmation or unsubscribe link somebody holds, stays until the next time. Confirming
 * takes a confirmation before its signature and a renewal the other way round; who waits for nobody can stand in
 * the way of neither.
 * @param order what an index that finds them is ordered by
 * @returns how many
 */
export function deleteSignatures(ctx: Context, which: SQL | undefined, order: readonly SQL[]): Promise<number> {
  return inBatches(() =>
    ctx.db.transaction(async (db) => {
      await db.execute(patience);
      const rows = await db
        .select({ campaignId: signatures.campaignId, id: signatures.id })
        .from(signatures)
        .where(which)
        .orderBy(...order)
        .limit(BATCH_ROWS)
        .for("update", { skipLocked: true });
      const free = await withoutHeld({ ...ctx, db }, rows);
      if (free.length > 0) await db.delete(signatures).where(isOneOf(signatures.campaignId, signatures.id, free));
      return { found: rows.length, done: free.length };
    }),
  );
}

interface Row {
  campaignId: string;
  id: string;
}

/** Takes what would be deleted with the rows, and leaves out those of which something is held by others. */
async function withoutHeld(tx: Context, rows: Row[]): Promise<Row[]> {
  if (rows.length === 0) return rows;
  const ofConfirmations = () =>
    tx.db
      .select({ key: confirmations.id, of: confirmations.signatureId })
      .from(confirmations)
      .where(isOneOf(confirmations.campaignId, confirmations.signatureId, rows));
  const ofLinks = () =>
    tx.db
      .select({ key: unsubscribeLinks.tokenHash, of: unsubscribeLinks.signatureId })
      .from(unsubscribeLinks)
      .where(isOneOf(unsubscribeLinks.campaignId, unsubscribeLinks.signatureId, rows));
  // Nobody can add one meanwhile: its foreign key would need the signature that is locked here.
  const all = [...(await ofConfirmations()), ...(await ofLinks())];
  const taken = [
    ...(await ofConfirmations().for("update", { skipLocked: true })),
    ...(await ofLinks().for("update", { skipLocked: true })),
  ];
  const takenKeys = new Set(taken.map(({ key }) => key));
  const held = new Set(all.filter(({ key }) => !takenKeys.has(key)).map(({ of }) => of));
  return rows.filter(({ id }) => !held.has(id));
}

/** Whether a row is one of `rows`. Ids are unique by themselves; the campaigns are named for the indexes, which they lead. */
export function isOneOf(campaignId: PgColumn, id: PgColumn, rows: Row[]): SQL | undefined {
  return and(
    inArray(campaignId, [...new Set(rows.map((row) => row.campaignId))]),
    inArray(
      id,
      rows.map((row) => row.id),
    ),
  );
}
