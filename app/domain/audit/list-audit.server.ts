import { and, asc, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "~db/schema/audit";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { memberships, users } from "~db/schema/users";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { AUTOMATIC } from "./record-audit.server";

const ROWS = 50;

/** What of the log somebody asks for. */
export const auditFilter = z.object({
  /** The beginning of an action: `member`, `export.download`. */
  action: z
    .string()
    .regex(/^[a-z.-]{1,40}$/i)
    .optional()
    .catch(undefined),
  /** A user's id, or {@link AUTOMATIC}. */
  actor: z
    .union([z.uuid(), z.literal(AUTOMATIC)])
    .optional()
    .catch(undefined),
  /** For the host: what was done for one partner, by its id, or `host` for its own affairs. */
  organization: z
    .union([z.uuid(), z.literal("host")])
    .optional()
    .catch(undefined),
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
  /** The name of the organization for which, or about which, it was done; null for the host. */
  organization: string | null;
  campaign: string | null;
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
    .where(and(partnerId === null ? ofOrganization(filter) : eq(auditLog.partnerId, partnerId), ...wanted(filter)))
    .orderBy(desc(auditLog.position), desc(auditLog.at))
    .limit(ROWS + 1);
  const shown = rows.slice(0, ROWS);
  const names = await namesOf(
    ctx,
    shown.map((row) => row.actor),
  );
  const organizations = new Map((await ctx.db.select().from(partners)).map(({ id, name }) => [id, name]));
  const slugs = await slugsOf(
    ctx,
    shown.flatMap(({ campaignId }) => campaignId ?? []),
  );
  const last = shown.at(-1)?.position ?? null;
  return {
    rows: shown.map(({ id, position, at, actor: by, action, partnerId: ofPartner, campaignId, facts }) => ({
      id,
      position,
      at,
      actor: names.get(by) ?? by,
      action,
      organization: ofPartner === null ? null : (organizations.get(ofPartner) ?? ofPartner),
      campaign: campaignId === null ? null : (slugs.get(campaignId) ?? campaignId),
      facts: { ...Object(facts) },
    })),
    next: rows.length > ROWS ? last : null,
  };
}

/** Whom the log can be asked about. */
export interface AuditChoices {
  people: { id: string; name: string }[];
  /** For the host: its partners. */
  organizations: { id: string; name: string }[];
}

/**
 * The people and organizations for the filters of the log: for the host everybody who ever was in a team, for a partner
 * its own.
 * @throws {DomainError} notAllowed
 */
export async function listAuditChoices(ctx: Context, actor: PortalActor): Promise<AuditChoices> {
  authorize(actor, "audit.read");
  const partnerId = partnerIdOf(actor);
  const rows = await ctx.db
    .selectDistinct({ id: users.id, nameSealed: users.nameSealed })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(partnerId === null ? undefined : eq(memberships.partnerId, partnerId));
  const organizations =
    partnerId === null
      ? await ctx.db.select({ id: partners.id, name: partners.name }).from(partners).orderBy(asc(partners.name))
      : [];
  const people = rows.map(({ id, nameSealed }) => ({ id, name: ctx.vault.open("user.name", nameSealed) }));
  return { people: people.toSorted((a, b) => a.name.localeCompare(b.name, "en")), organizations };
}

function ofOrganization({ organization }: AuditFilter): SQL | undefined {
  if (organization === undefined) return undefined;
  return organization === "host" ? isNull(auditLog.partnerId) : eq(auditLog.partnerId, organization);
}

async function slugsOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .where(inArray(campaigns.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, slug }) => [id, slug]));
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
