import { eq } from "drizzle-orm";
import { exportChunks, type exportEnds, supporterExports } from "~db/schema/exports";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { patience } from "../signatures/in-batches";

export type ExportEnd = (typeof exportEnds)[number];

/**
 * Ends an export, whatever it has come to, in the transaction of `tx`: its rows are deleted, and what became of it is
 * written down.
 * @param by a user, or `AUTOMATIC`
 */
export async function endExport(
  tx: Context,
  order: Pick<typeof supporterExports.$inferSelect, "id" | "partnerId" | "campaignId" | "written">,
  { as, by, ...facts }: { as: ExportEnd; by: string; rows?: number; leftOut?: number },
): Promise<void> {
  await tx.db.execute(patience);
  await tx.db.delete(exportChunks).where(eq(exportChunks.exportId, order.id));
  await tx.db
    .update(supporterExports)
    .set({ state: "over", endedAs: as, endedAt: tx.now(), downloadId: null, downloadingUntil: null })
    .where(eq(supporterExports.id, order.id));
  await recordAudit(tx, {
    actor: by,
    action: `export.${as}`,
    partnerId: order.partnerId,
    ...(order.campaignId !== null && { campaignId: order.campaignId }),
    facts: { export: order.id, written: order.written, ...facts },
  });
}
