import { and, asc, eq, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { supporterExports } from "~db/schema/exports";
import { AUTOMATIC } from "../audit/record-audit.server";
import type { Context } from "../context";
import { type ExportEnd, endExport } from "./end-export.server";
import { EXPORT_RECORD_DAYS, UNFINISHED_EXPORT_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/**
 * Deletes the rows of exports whose time has run out, and in the end what is known of exports that are long over. A
 * download that is under way is let come to its end.
 */
export async function forgetExports(ctx: Context): Promise<void> {
  const now = ctx.now();
  const nobodyDownloads = or(isNull(supporterExports.downloadingUntil), lte(supporterExports.downloadingUntil, now));
  await endAll(
    ctx,
    and(eq(supporterExports.state, "ready"), lte(supporterExports.expiresAt, now), nobodyDownloads),
    "expired",
  );
  await endAll(
    ctx,
    and(
      inArray(supporterExports.state, ["waiting", "running"]),
      lt(supporterExports.requestedAt, new Date(now.getTime() - UNFINISHED_EXPORT_DAYS * DAY_MS)),
    ),
    "failed",
  );
  await ctx.db
    .delete(supporterExports)
    .where(
      and(
        eq(supporterExports.state, "over"),
        lt(supporterExports.endedAt, new Date(now.getTime() - EXPORT_RECORD_DAYS * DAY_MS)),
      ),
    );
}

/** One at a time; one that somebody holds waits for the next run. */
async function endAll(ctx: Context, which: SQL | undefined, as: ExportEnd): Promise<void> {
  for (;;) {
    const isEnded = await ctx.db.transaction(async (db) => {
      const [order] = await db
        .select()
        .from(supporterExports)
        .where(which)
        .orderBy(asc(supporterExports.id))
        .limit(1)
        .for("update", { skipLocked: true });
      if (order === undefined) return false;
      await endExport({ ...ctx, db }, order, { as, by: AUTOMATIC });
      return true;
    });
    if (!isEnded) return;
  }
}

/** Ends an export whose job was given up, in the transaction of `tx`. */
export async function failExport(tx: Context, exportId: string): Promise<void> {
  const [order] = await tx.db.select().from(supporterExports).where(eq(supporterExports.id, exportId)).for("update");
  if (order !== undefined && (order.state === "waiting" || order.state === "running")) {
    await endExport(tx, order, { as: "failed", by: AUTOMATIC });
  }
}
