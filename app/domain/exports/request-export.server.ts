import { and, count, eq, ne } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { exportColumns, supporterExports } from "~db/schema/exports";
import { partners } from "~db/schema/partners";
import { authorize, partnerIdOf } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";
import { recipientOf } from "../supporters/recipient.server";
import { endOfDay, startOfDay } from "../supporters/supporter-filters";
import { endExport } from "./end-export.server";
import type { ExportInput } from "./export-form";
import { holdExport, isOurs } from "./find-export.server";
import { OPEN_EXPORTS } from "./retention";

/**
 * Asks for a file of the people who said yes to the actor's organization. A worker writes it.
 * @returns tooMany where the organization has to download or cancel others first; paused where it is paused by the host
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded; notFound for a campaign that is none
 */
export async function requestExport(
  ctx: Context,
  actor: PortalActor,
  input: ExportInput,
): Promise<"requested" | "tooMany" | "paused"> {
  authorize(actor, "exports.create");
  await requireAgreement(ctx, actor);
  requireProof(ctx, actor);
  const recipient = await recipientOf(ctx, actor);
  const partnerId = partnerIdOf(actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    if (input.campaign !== null && !(await isCampaign(tx, input.campaign))) throw new DomainError("notFound");
    const [known] = await db
      .select({ id: supporterExports.id })
      .from(supporterExports)
      .where(eq(supporterExports.id, input.key));
    if (known !== undefined) return "requested";
    if (partnerId !== null && !(await isActive(tx, partnerId))) return "paused";
    const [open] = await db
      .select({ number: count() })
      .from(supporterExports)
      .where(and(isOurs(actor), ne(supporterExports.state, "over")));
    if ((open?.number ?? 0) >= OPEN_EXPORTS) return "tooMany";
    const columns = exportColumns.filter((column) => input.columns.includes(column));
    const made = await db
      .insert(supporterExports)
      .values({
        id: input.key,
        partnerId,
        recipientId: recipient.id,
        requestedBy: actor.userId,
        requestedAt: ctx.now(),
        campaignId: input.campaign,
        sinceFrom: input.from === null ? null : startOfDay(input.from),
        sinceBefore: input.until === null ? null : endOfDay(input.until),
        columns,
        hasByteOrderMark: input.mark !== undefined,
        reason: input.reason,
        note: input.note === "" ? null : input.note,
        state: "waiting",
      })
      .onConflictDoNothing()
      .returning({ id: supporterExports.id });
    if (made.length === 0) return "requested";
    await enqueue(tx, "export-supporters", { exportId: input.key });
    await recordAudit(tx, {
      actor: actor.name,
      action: "export.request",
      partnerId,
      ...(input.campaign !== null && { campaignId: input.campaign }),
      facts: {
        export: input.key,
        columns,
        from: input.from,
        until: input.until,
        reason: input.reason,
        ...(input.note !== "" && { note: input.note }),
      },
    });
    return "requested";
  });
}

/** Stops an export, or deletes one that is ready. Doing it again changes nothing. @throws {DomainError} notAllowed, notFound */
export async function cancelExport(ctx: Context, actor: PortalActor, id: string): Promise<void> {
  authorize(actor, "exports.create");
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const order = await holdExport(tx, actor, id);
    if (order.state !== "over") await endExport(tx, order, { as: "cancelled", by: actor.name });
  });
}

async function isCampaign(tx: Context, id: string): Promise<boolean> {
  const [campaign] = await tx.db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, id));
  return campaign !== undefined;
}

/** Held until the transaction ends, so that nothing is asked for in the moment in which the host pauses it. */
async function isActive(tx: Context, partnerId: string): Promise<boolean> {
  const [partner] = await tx.db
    .select({ status: partners.status })
    .from(partners)
    .where(eq(partners.id, partnerId))
    .for("share");
  return partner?.status === "active";
}
