import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "~db/schema/audit";
import { users } from "~db/schema/users";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";

const ROWS = 50;

/** What of the log somebody asks for. */
export const auditFilter = z.object({
  /** The beginning of an action: `member`, `export.download`. */
  action: z
    .string()
    .regex(/^[a-z.-]{1,40}$/i)
    .optional()
    .catch(undefined),
  /** A user's id. */
  actor: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  /** The last day. */
  to: z.iso.date().optional().catch(undefined),
  /** Entries before this position: the next page. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type AuditFilter = z.output<typeof auditFilter>;

export interface AuditRow {
  id: string;
  position: number | null;
  at: Date;
  /** The user's name; the id or name that was written down where there is no such user. */
  actor: string;
  action: string;
  partnerId: string | null;
  facts: Record<string, unknown>;
}

const DAY_MS = 86_400_000;

/**
 * The audit log, newest first: for the host all of it, for a partner what was done for it or about it.
 * @throws {DomainError} notAllowed
 */
export async function listAudit(
  ctx: Context,
  actor: PortalActor,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  authorize(actor, "audit.read");
  const partnerId = partnerIdOf(actor);
  const rows = await ctx.db
    .select()
    .from(auditLog)
    .where(and(partnerId === null ? undefined : eq(auditLog.partnerId, partnerId), ...wanted(filter)))
    .orderBy(desc(auditLog.position), desc(auditLog.at))
    .limit(ROWS + 1);
  const shown = rows.slice(0, ROWS);
  const names = await namesOf(
    ctx,
    shown.map((row) => row.actor),
  );
  const last = shown.at(-1)?.position ?? null;
  return {
    rows: shown.map(({ id, position, at, actor: by, action, partnerId: ofPartner, facts }) => ({
      id,
      position,
      at,
      actor: names.get(by) ?? by,
      action,
      partnerId: ofPartner,
      facts: { ...Object(facts) },
    })),
    next: rows.length > ROWS ? last : null,
  };
}

function wanted({ action, actor, from, to, before }: AuditFilter): (SQL | undefined)[] {
  return [
    action === undefined
      ? undefined
      : or(eq(auditLog.action, action), sql`starts_with(${auditLog.action}, ${`${action}.`})`),
    actor === undefined ? undefined : eq(auditLog.actor, actor),
    from === undefined ? undefined : gte(auditLog.at, new Date(from)),
    to === undefined ? undefined : lt(auditLog.at, new Date(Date.parse(to) + DAY_MS)),
    before === undefined ? undefined : lt(auditLog.position, before),
  ];
}

async function namesOf(ctx: Context, actors: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].filter((one) => z.uuid().safeParse(one).success);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: users.id, nameSealed: users.nameSealed })
    .from(users)
    .where(inArray(users.id, ids));
  return new Map(rows.map(({ id, nameSealed }) => [id, ctx.vault.open("user.name", nameSealed)]));
}
