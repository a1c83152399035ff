import { and, eq } from "drizzle-orm";
import { supporterExports } from "~db/schema/exports";
import { authorize } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { requireAgreement } from "../organizations/require-agreement.server";
import { encryptToKeys } from "./encrypt-to-keys.server";
import { keysOf } from "./encryption-keys.server";
import { endExport } from "./end-export.server";
import { endingWell } from "./ending-well";
import { linesOf } from "./export-lines.server";
import { holdExport, type SupporterExport } from "./find-export.server";
import { DOWNLOAD_SILENCE_MINUTES, DOWNLOAD_TRIES } from "./retention";

/** A file on its way out. */
export interface Download {
  requestedAt: Date;
  isEncrypted: boolean;
  body: ReadableStream<Uint8Array>;
}

export type DownloadOutcome =
  | { outcome: "started"; download: Download }
  /** `busy`: another download is under way. `usedUp`: it was begun too often. `over`: there is nothing (yet, or any more). */
  | { outcome: "busy" | "over" | "usedUp" };

/**
 * Begins the download of an export. A file can be downloaded once: when its last byte has been handed over, its rows are
 * deleted. A download that breaks off before may be tried again, {@link DOWNLOAD_TRIES} times in all.
 * @param onFault told what broke the stream off on this side
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded, notFound
 */
export async function downloadExport(
  ctx: Context,
  actor: PortalActor,
  id: string,
  onFault: (error: unknown) => void,
): Promise<DownloadOutcome> {
  authorize(actor, "exports.create");
  await requireAgreement(ctx, actor);
  requireProof(ctx, actor);
  const recipients = (await keysOf(ctx, actor)).map(({ recipient }) => recipient);
  const begun = await begin(ctx, actor, id, recipients.length);
  if (begun.outcome !== "begun") return begun;
  const { order, downloadId } = begun;
  const isMine = and(eq(supporterExports.id, id), eq(supporterExports.downloadId, downloadId));
  const count = { rows: 0, leftOut: 0 };
  const keepHold = async () => {
    const held = await ctx.db
      .update(supporterExports)
      .set({ downloadingUntil: silentAfter(ctx) })
      .where(isMine)
      .returning({ id: supporterExports.id });
    if (held.length === 0) throw new Error("The export is over.");
  };
  const plain = linesOf(ctx, order, count, keepHold);
  const body = endingWell(recipients.length === 0 ? plain : await encryptToKeys(recipients, plain), {
    finish: () => finish(ctx, actor, id, downloadId, count),
    release: () => release(ctx, actor, id, downloadId),
    onFault,
  });
  const { requestedAt } = order;
  return { outcome: "started", download: { requestedAt, isEncrypted: recipients.length > 0, body } };
}

type Begun = { outcome: "begun"; order: SupporterExport; downloadId: string } | { outcome: "busy" | "over" | "usedUp" };

async function begin(ctx: Context, actor: PortalActor, id: string, keys: number): Promise<Begun> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const order = await holdExport(tx, actor, id);
    const now = ctx.now();
    if (order.state !== "ready" || order.expiresAt === null) return { outcome: "over" };
    if (order.downloadingUntil !== null && order.downloadingUntil > now) return { outcome: "busy" };
    if (order.expiresAt <= now) return { outcome: "over" };
    if (order.downloads >= DOWNLOAD_TRIES) return { outcome: "usedUp" };
    const downloadId = ctx.newId();
    await db
      .update(supporterExports)
      .set({ downloads: order.downloads + 1, downloadId, downloadingUntil: silentAfter(ctx) })
      .where(eq(supporterExports.id, id));
    await recordAudit(tx, {
      actor: actor.name,
      action: "export.download",
      partnerId: order.partnerId,
      ...(order.campaignId !== null && { campaignId: order.campaignId }),
      facts: { export: id, written: order.written, attempt: order.downloads + 1, keys },
    });
    return { outcome: "begun", order, downloadId };
  });
}

/** The file has been handed over whole. */
async function finish(
  ctx: Context,
  actor: PortalActor,
  id: string,
  downloadId: string,
  count: { rows: number; leftOut: number },
): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const order = await holdExport(tx, actor, id);
    if (order.downloadId !== downloadId) throw new Error("The export is over.");
    await endExport(tx, order, { as: "downloaded", by: actor.name, ...count });
  });
}

/** The download broke off. It can be tried again at once, unless this was the last time. */
async function release(ctx: Context, actor: PortalActor, id: string, downloadId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const order = await holdExport(tx, actor, id);
    if (order.downloadId !== downloadId) return;
    if (order.downloads >= DOWNLOAD_TRIES) return endExport(tx, order, { as: "interrupted", by: actor.name });
    await db
      .update(supporterExports)
      .set({ downloadId: null, downloadingUntil: null })
      .where(eq(supporterExports.id, id));
  });
}

function silentAfter(ctx: Pick<Context, "now">): Date {
  return new Date(ctx.now().getTime() + DOWNLOAD_SILENCE_MINUTES * 60_000);
}
