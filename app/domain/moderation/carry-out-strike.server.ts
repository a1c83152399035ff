import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { strikes } from "~db/schema/moderation";
import { signatures } from "~db/schema/signatures";
import { AUTOMATIC, recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { BATCH_ROWS, patience } from "../signatures/in-batches";
import { signatureCriteria } from "./signature-criteria.server";
import { isToStrike, type Strike } from "./strikes.server";

/**
 * Strikes the next batch of a strike, or gives the next batch back, in one transaction with its progress. Safe to run
 * again after a crash, and by several at once: they take turns.
 * @returns whether there may be more
 */
export async function carryOutStrike(ctx: Context, strikeId: string, batch = BATCH_ROWS): Promise<"more" | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    // Read anew for each batch: staff may have cancelled it.
    const [strike] = await db.select().from(strikes).where(eq(strikes.id, strikeId)).for("update");
    if (!strike) return "over";
    await db.execute(patience);
    if (strike.state === "queued" || strike.state === "running") {
      const criteria = signatureCriteria.parse(strike.criteria);
      const ids = await takeNext(tx, strike, isToStrike(strike, criteria, strike.orderedAt), batch);
      await write(tx, strike, ids, { state: "struck", strikeId });
      return await note(tx, strike, ids, ids.length === batch ? "running" : "done");
    }
    if (strike.state === "undoing") {
      const isStruckByIt = and(
        eq(signatures.campaignId, strike.campaignId),
        eq(signatures.strikeId, strikeId),
        eq(signatures.state, "struck"),
      );
      const ids = await takeNext(tx, strike, isStruckByIt, batch);
      const before = sql`case when ${signatures.confirmedAt} is null then 'pending' else 'confirmed' end`;
      await write(tx, strike, ids, { state: before, strikeId: null });
      return await note(tx, strike, ids, ids.length === batch ? "undoing" : "undone");
    }
    return "over";
  });
}

/** The next ids after the cursor, held for this transaction; somebody who confirms one of them at the moment is awaited. */
async function takeNext(tx: Context, { cursor }: Strike, which: SQL | undefined, batch: number): Promise<string[]> {
  const rows = await tx.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(which, cursor === null ? undefined : gt(signatures.id, cursor)))
    .orderBy(asc(signatures.campaignId), asc(signatures.id))
    .limit(batch)
    .for("no key update");
  return rows.map(({ id }) => id);
}

async function write(
  tx: Context,
  { campaignId }: Strike,
  ids: string[],
  values: { state: "struck" | SQL; strikeId: string | null },
) {
  if (ids.length === 0) return;
  await tx.db
    .update(signatures)
    .set(values)
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids)));
}

async function note(tx: Context, strike: Strike, ids: string[], state: Strike["state"]): Promise<"more" | "over"> {
  const isOver = state === "done" || state === "undone";
  const progress = strike.progress + ids.length;
  await tx.db
    .update(strikes)
    .set({ state, progress, cursor: ids.at(-1) ?? strike.cursor, finishedAt: isOver ? tx.now() : null })
    .where(eq(strikes.id, strike.id));
  if (!isOver) return "more";
  await recordAudit(tx, {
    actor: AUTOMATIC,
    action: `strike.${state}`,
    campaignId: strike.campaignId,
    facts: { strikeId: strike.id, progress },
  });
  return "over";
}
