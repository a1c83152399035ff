import { and, eq, isNotNull } from "drizzle-orm";
import { outbox } from "~db/schema/outbox";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { finishJobs } from "./lease.server";

/**
 * Lets a job go that was given up and that nobody needs any more: nothing is left of what it was about, and it can't be
 * tried again.
 * @param reason holds no personal datum
 * @returns notDead where it was tried again, or let go, meanwhile
 * @throws {DomainError} notAllowed
 */
export async function discardDeadJob(
  ctx: Context,
  { id, reason, by }: { id: string; reason: string; by: Orderer },
): Promise<"discarded" | "notDead"> {
  const actor = admitOrderer(ctx, by, { permission: "operations.act" });
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [dead] = await db
      .select({ id: outbox.id, name: outbox.name })
      .from(outbox)
      .where(and(eq(outbox.id, id), isNotNull(outbox.deadAt)))
      .for("update");
    if (dead === undefined) return "notDead";
    await finishJobs(tx, [id]);
    await recordAudit(tx, { actor, action: "outbox.discard", facts: { job: id, name: dead.name, reason } });
    return "discarded";
  });
}
