import { and, desc, eq } from "drizzle-orm";
import { supporterExports } from "~db/schema/exports";
import { users } from "~db/schema/users";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { isOurs, type SupporterExport } from "./find-export.server";
import { DOWNLOAD_TRIES } from "./retention";

const EXPORTS_SHOWN = 20;

/** An export as its organization sees it. */
export interface ExportFacts
  extends Pick<
    SupporterExport,
    | "id"
    | "requestedAt"
    | "campaignId"
    | "sinceFrom"
    | "sinceBefore"
    | "columns"
    | "reason"
    | "note"
    | "endedAs"
    | "total"
    | "lookedAt"
    | "written"
    | "expiresAt"
    | "endedAt"
  > {
  requestedBy: string;
  /** `expired` before the worker has noticed, too. */
  state: SupporterExport["state"];
  isDownloading: boolean;
  /** Downloads that were begun and did not come to their end. */
  interrupted: number;
  triesLeft: number;
}

/** The newest exports of the actor's organization. @throws {DomainError} notAllowed */
export async function listExports(ctx: Context, actor: PortalActor): Promise<ExportFacts[]> {
  authorize(actor, "exports.read");
  const rows = await ctx.db
    .select({ order: supporterExports, nameSealed: users.nameSealed })
    .from(supporterExports)
    .innerJoin(users, eq(users.id, supporterExports.requestedBy))
    .where(isOurs(actor))
    .orderBy(desc(supporterExports.requestedAt), desc(supporterExports.id))
    .limit(EXPORTS_SHOWN);
  return rows.map(({ order, nameSealed }) => factsOf(ctx, order, ctx.vault.open("user.name", nameSealed)));
}

/** Stops who may not know of an export. @throws {DomainError} notAllowed, notFound */
export async function expectExport(ctx: Context, actor: PortalActor, id: string): Promise<void> {
  authorize(actor, "exports.read");
  const [row] = await ctx.db
    .select({ id: supporterExports.id })
    .from(supporterExports)
    .where(and(eq(supporterExports.id, id), isOurs(actor)));
  if (row === undefined) throw new DomainError("notFound");
}

function factsOf(ctx: Context, order: SupporterExport, requestedBy: string): ExportFacts {
  const now = ctx.now();
  const isDownloading = order.downloadingUntil !== null && order.downloadingUntil > now;
  const isExpired = order.state === "ready" && order.expiresAt !== null && order.expiresAt <= now && !isDownloading;
  const { id, requestedAt, campaignId, sinceFrom, sinceBefore, columns, reason, note } = order;
  const { total, lookedAt, written, expiresAt, endedAt } = order;
  return {
    id,
    requestedAt,
    campaignId,
    sinceFrom,
    sinceBefore,
    columns,
    reason,
    note,
    total,
    lookedAt,
    written,
    expiresAt,
    endedAt: isExpired ? expiresAt : endedAt,
    endedAs: isExpired ? "expired" : order.endedAs,
    state: isExpired ? "over" : order.state,
    requestedBy,
    isDownloading,
    interrupted: order.downloads - (isDownloading ? 1 : 0),
    triesLeft: DOWNLOAD_TRIES - order.downloads,
  };
}
