import { and, eq } from "drizzle-orm";
import { exportChunks } from "~db/schema/exports";
import type { Context } from "../context";
import { csvLine } from "./csv";
import { exportRows, headOf } from "./export-rows";
import type { SupporterExport } from "./find-export.server";
import { findStillShared } from "./read-shared.server";

const encoder = new TextEncoder();

/**
 * The file of an export as CSV in UTF-8, one chunk at a time, as fast as its reader takes it. Whoever took their yes back
 * since the rows were written, or whose signature stands no more, is left out here.
 * @param count what becomes of the rows
 * @param keepHold called before each chunk; ends the stream by throwing
 */
export function linesOf(
  ctx: Context,
  order: SupporterExport,
  count: { rows: number; leftOut: number },
  keepHold: () => Promise<void>,
): ReadableStream<Uint8Array> {
  let next = -1;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next === -1) {
          controller.enqueue(encoder.encode((order.hasByteOrderMark ? "\ufeff" : "") + csvLine(headOf(order.columns))));
          next = 0;
          return;
        }
        // A chunk of which nobody may leave any more gives nothing, and a reader waits until it is given something.
        for (;;) {
          if (next >= order.chunks) return controller.close();
          await keepHold();
          const text = await readChunk(ctx, order, next++, count);
          if (text !== "") return controller.enqueue(encoder.encode(text));
        }
      },
    },
    { highWaterMark: 0 },
  );
}

async function readChunk(
  ctx: Context,
  order: SupporterExport,
  number: number,
  count: { rows: number; leftOut: number },
): Promise<string> {
  const [chunk] = await ctx.db
    .select({ rowsSealed: exportChunks.rowsSealed })
    .from(exportChunks)
    .where(and(eq(exportChunks.exportId, order.id), eq(exportChunks.number, number)));
  if (chunk === undefined) throw new Error("A part of the export is missing.");
  const { campaignId, rows } = exportRows.parse(JSON.parse(ctx.vault.open("export.rows", chunk.rowsSealed)));
  const still = await findStillShared(
    ctx,
    { id: order.recipientId, partnerId: order.partnerId },
    { campaignId, signatureIds: rows.map(({ signatureId }) => signatureId) },
  );
  const kept = rows.filter(({ signatureId }) => still.has(signatureId));
  count.rows += kept.length;
  count.leftOut += rows.length - kept.length;
  return kept.map(({ cells }) => csvLine(cells)).join("");
}
