import { and, eq, sql } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { authorize } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";
import { deliveredOf } from "./complaint-rule";
import { holdMailing, type Mailing } from "./find-mailing.server";
import { entry, startMailing } from "./send-mailing.server";
import { whyNotSend } from "./senders.server";

/**
 * Lets a mailing pause: no further mail is written. What was handed to the mail service can't be called back. Doing it
 * again changes nothing.
 * @throws {DomainError} notAllowed, notFound
 */
export async function pauseMailing(ctx: Context, actor: PortalActor, id: string): Promise<"paused" | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdMailing(tx, actor, "mailings.send", id);
    if (mailing.state === "paused") return "paused";
    if (mailing.state !== "sending") return "over";
    await db.update(mailings).set({ state: "paused", pausedWhy: "person" }).where(eq(mailings.id, id));
    await recordAudit(tx, {
      ...entry(mailing, actor.name, "mailing.pause"),
      facts: { mailing: id, why: "person", sent: mailing.sent },
    });
    return "paused";
  });
}

/**
 * Lets a mailing go on. One that was stopped by complaints goes on by the host's word alone, and counts them anew.
 * @returns why it stays as it is
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded, notFound
 */
export async function resumeMailing(
  ctx: Context,
  actor: PortalActor,
  id: string,
): Promise<"resumed" | "over" | "needsHost" | "inactive" | "blocked"> {
  authorize(actor, "mailings.send");
  await requireAgreement(ctx, actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdMailing(tx, actor, "mailings.send", id);
    requireProof(ctx, actor);
    if (mailing.state === "sending") return "resumed";
    if (mailing.state === "stopped") {
      if (actor.organization.kind !== "host") return "needsHost";
      await goOn(tx, mailing, actor, "mailing.release");
      return "resumed";
    }
    if (mailing.state !== "paused") return "over";
    const why = await whyNotSend(tx, mailing.partnerId);
    if (why !== null) return why === "blocked" ? "blocked" : "inactive";
    if (mailing.startedAt === null) await startMailing(tx, mailing, actor.name);
    else await goOn(tx, mailing, actor, "mailing.resume");
    return "resumed";
  });
}

async function goOn(tx: Context, mailing: Mailing, actor: PortalActor, action: string): Promise<void> {
  const isExcused = mailing.state === "stopped";
  await tx.db
    .update(mailings)
    .set({
      state: "sending",
      pausedWhy: null,
      endedAt: null,
      ...(isExcused && { excusedComplaints: mailing.complained, excusedDelivered: deliveredOf(mailing) }),
    })
    .where(eq(mailings.id, mailing.id));
  await enqueue(tx, "send-mailing", { mailingId: mailing.id });
  await recordAudit(tx, {
    ...entry(mailing, actor.name, action),
    facts: { mailing: mailing.id, sent: mailing.sent, complained: mailing.complained },
  });
}

/**
 * Ends a mailing for good; who has not got it won't. Doing it again changes nothing. One that was stopped by complaints
 * waits for the host.
 * @throws {DomainError} notAllowed, notFound
 */
export async function cancelMailing(
  ctx: Context,
  actor: PortalActor,
  id: string,
): Promise<"cancelled" | "over" | "needsHost"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdMailing(tx, actor, "mailings.send", id);
    if (mailing.state === "cancelled") return "cancelled";
    if (mailing.state === "done") return "over";
    if (mailing.state === "stopped" && actor.organization.kind !== "host") return "needsHost";
    await db
      .update(mailings)
      .set({ state: "cancelled", pausedWhy: null, endedAt: ctx.now() })
      .where(eq(mailings.id, id));
    await db
      .update(mailingDeliveries)
      .set({ state: "skipped" })
      .where(and(eq(mailingDeliveries.mailingId, id), eq(mailingDeliveries.state, sql`'held'`)));
    await recordAudit(tx, {
      ...entry(mailing, actor.name, "mailing.cancel"),
      facts: { mailing: id, sent: mailing.sent },
    });
    return "cancelled";
  });
}
