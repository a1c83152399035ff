import { and, asc, gt, isNotNull } from "drizzle-orm";
import { auditLog } from "~db/schema/audit";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { auditHash, CHAIN_START } from "./audit-hash";

export interface AuditCheck {
  /** Links that were gone through. */
  rows: number;
  /** Hash of the last link: whoever noted it elsewhere can tell later that nothing before it was changed. */
  lastHash: string;
  /** The first link that does not fit; null where all do. */
  broken: { position: number; why: "gap" | "previous" | "content" } | null;
}

const ROWS_AT_ONCE = 1_000;

/**
 * As {@link verifyAudit}, for who reads the log in the portal.
 * @throws {DomainError} notAllowed
 */
export function verifyAuditFor(ctx: Pick<Context, "db">, actor: PortalActor): Promise<AuditCheck> {
  authorize(actor, "audit.read");
  return verifyAudit(ctx);
}

/** Goes through the whole chain of the audit log and says where it was tampered with. */
export async function verifyAudit(ctx: Pick<Context, "db">): Promise<AuditCheck> {
  let rows = 0;
  let previous = CHAIN_START;
  let position = 0;
  for (;;) {
    const links = await ctx.db
      .select()
      .from(auditLog)
      .where(and(isNotNull(auditLog.position), gt(auditLog.position, position)))
      .orderBy(asc(auditLog.position))
      .limit(ROWS_AT_ONCE);
    for (const link of links) {
      const why = whyBroken(link, position, previous, rows === 0);
      if (why !== null) return { rows, lastHash: previous, broken: { position: link.position ?? 0, why } };
      rows++;
      position = link.position ?? 0;
      previous = link.hash ?? "";
    }
    if (links.length < ROWS_AT_ONCE) return { rows, lastHash: previous, broken: null };
  }
}

type Link = typeof auditLog.$inferSelect;

function whyBroken(link: Link, before: number, previous: string, isFirst: boolean) {
  // Rows are forgotten after their time from the beginning of the chain on: the first one that is left starts anywhere.
  if (!isFirst && link.position !== before + 1) return "gap" as const;
  if (!isFirst && link.previousHash !== previous) return "previous" as const;
  return link.hash === auditHash(link) ? null : ("content" as const);
}
