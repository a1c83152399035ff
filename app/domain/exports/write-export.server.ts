import { eq } from "drizzle-orm";
import { exportChunks, supporterExports } from "~db/schema/exports";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { patience } from "../signatures/in-batches";
import { cellsOf, type ExportRows } from "./export-rows";
import { countSharings, nextSharings, type SharingsOfCampaign } from "./next-sharings.server";
import { readShared } from "./read-shared.server";
import { EXPORT_HOURS } from "./retention";

const HOUR_MS = 3_600_000;
/** Rows of a chunk at most: about a hundred kilobytes, and a few hundredths of a second. */
const CHUNK_ROWS = 500;

type SupporterExport = typeof supporterExports.$inferSelect;

/**
 * Writes the next chunk of an export, in one transaction with its progress: after a crash at any moment the work goes on
 * where the last chunk ended, and no row is missing or there twice. Several may run it at once: they take turns.
 * @returns whether there may be more
 */
export async function writeExport(ctx: Context, exportId: string, limit = CHUNK_ROWS): Promise<"more" | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const isThis = eq(supporterExports.id, exportId);
    // Read anew for each chunk: somebody may have cancelled it.
    const [order] = await db.select().from(supporterExports).where(isThis).for("update");
    if (order === undefined || order.state === "ready" || order.state === "over") return "over";
    await db.execute(patience);
    if (order.state === "waiting") {
      await db
        .update(supporterExports)
        .set({ state: "running", total: await countSharings(tx, order) })
        .where(isThis);
    }
    const next = await nextSharings(tx, order, limit);
    if (next === null) {
      const now = ctx.now();
      const expiresAt = new Date(now.getTime() + EXPORT_HOURS * HOUR_MS);
      await db.update(supporterExports).set({ state: "ready", readyAt: now, expiresAt }).where(isThis);
      await enqueue(tx, "email-export-ready", { exportId });
      return "over";
    }
    const rows = await rowsOf(tx, order, next);
    if (rows.length > 0) await keepChunk(tx, order, { campaignId: next.campaignId, rows });
    await db
      .update(supporterExports)
      .set({
        cursor: next.cursor,
        lookedAt: order.lookedAt + next.signatureIds.length,
        written: order.written + rows.length,
        chunks: order.chunks + (rows.length > 0 ? 1 : 0),
      })
      .where(isThis);
    return "more";
  });
}

/** The consents are looked at here, as they are now. In the order of the sharings. */
async function rowsOf(tx: Context, order: SupporterExport, next: SharingsOfCampaign): Promise<ExportRows["rows"]> {
  const shared = await readShared(tx, { id: order.recipientId, partnerId: order.partnerId }, next);
  const bySignature = new Map(shared.map((one) => [one.signatureId, one]));
  return next.signatureIds.flatMap((signatureId) => {
    const one = bySignature.get(signatureId);
    if (one === undefined) return [];
    const { nameSealed, emailSealed, ...rest } = one;
    const supporter = {
      ...rest,
      name: tx.vault.open("signature.name", nameSealed),
      email: tx.vault.open("signature.email", emailSealed),
    };
    return [{ signatureId, cells: cellsOf(supporter, order.columns) }];
  });
}

async function keepChunk(tx: Context, { id, chunks }: SupporterExport, rows: ExportRows): Promise<void> {
  await tx.db
    .insert(exportChunks)
    .values({ exportId: id, number: chunks, rowsSealed: tx.vault.seal("export.rows", JSON.stringify(rows)) });
}
