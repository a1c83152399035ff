import { and, asc, desc, eq, gt, isNull, lt, ne, or } from "drizzle-orm";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { sessions } from "~db/schema/sign-in";
import { memberRoles, memberships, users } from "~db/schema/users";
import { recordAudit } from "../audit/record-audit.server";
import type { Role } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { SESSION_DAYS, SESSION_IDLE_DAYS } from "./retention";
import { HOST_SLUG, type Membership, type PortalVisitor } from "./visitor";

const DAY_MS = 86_400_000;
/** The row of a session is written no more often than this for being used. */
const SEEN_EVERY_MS = 5 * 60_000;

export type SessionMethod = (typeof sessions.$inferSelect)["method"];

/** The hash under which a session's secret is kept. */
export function sessionHash({ vault }: Pick<Context, "vault">, token: string): string {
  return vault.lookupHash("session.token", token);
}

/**
 * Signs a user in on a device, in the transaction of `ctx.db`. @returns the secret for the device's cookie, which is kept
 * nowhere else
 */
export async function beginSession(
  ctx: Context,
  { userId, method, device }: { userId: string; method: SessionMethod; device: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = ctx.newToken();
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  await ctx.db.insert(sessions).values({
    id: ctx.newId(),
    userId,
    tokenHash: sessionHash(ctx, token),
    method,
    device,
    createdAt: now,
    seenAt: now,
    provenAt: now,
    expiresAt,
  });
  await recordAudit(ctx, { actor: userId, action: "session.begin", facts: { method } });
  return { token, expiresAt };
}

/** Who is signed in with a cookie's secret; null where nobody is any more. */
export async function findVisitor(ctx: Context, token: string): Promise<PortalVisitor | null> {
  const now = ctx.now();
  const [found] = await ctx.db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sessionHash(ctx, token)),
        isNull(sessions.endedAt),
        isNull(users.disabledAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - SESSION_IDLE_DAYS * DAY_MS)),
      ),
    );
  if (found === undefined) return null;
  const { session, user } = found;
  if (now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS) {
    await ctx.db.update(sessions).set({ seenAt: now }).where(eq(sessions.id, session.id));
  }
  return {
    userId: user.id,
    sessionId: session.id,
    name: ctx.vault.open("user.name", user.nameSealed),
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    provenAt: session.provenAt,
    memberships: await listMemberships(ctx, user.id),
  };
}

async function listMemberships(ctx: Context, userId: string): Promise<Membership[]> {
  const rows = await ctx.db
    .select({ partnerId: memberships.partnerId, roles: memberships.roles, partner: partners })
    .from(memberships)
    .leftJoin(partners, eq(partners.id, memberships.partnerId))
    .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
    .orderBy(asc(partners.name));
  const [host] = await ctx.db.select({ name: hosts.name }).from(hosts).limit(1);
  const all = rows.map(
    ({ partnerId, roles, partner }): Membership => ({
      partnerId,
      slug: partner?.slug ?? HOST_SLUG,
      name: partner?.name ?? host?.name ?? HOST_SLUG,
      status: partner?.status ?? "active",
      roles: readRoles(roles),
    }),
  );
  return [...all.filter(({ partnerId }) => partnerId === null), ...all.filter(({ partnerId }) => partnerId !== null)];
}

/** Roles that a later version may have taken away are passed over. */
export function readRoles(roles: readonly string[]): Role[] {
  return memberRoles.filter((role) => roles.includes(role));
}

/** One of a person's devices. */
export interface SessionFacts {
  id: string;
  method: SessionMethod;
  device: string;
  createdAt: Date;
  seenAt: Date;
  isThis: boolean;
}

/** Where somebody is signed in, the device in hand first. */
export async function listSessions(
  ctx: Context,
  { userId, sessionId }: Pick<PortalVisitor, "userId" | "sessionId">,
): Promise<SessionFacts[]> {
  const now = ctx.now();
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - SESSION_IDLE_DAYS * DAY_MS)),
      ),
    )
    .orderBy(desc(sessions.seenAt));
  return rows
    .map(({ id, method, device, createdAt, seenAt }) => ({
      id,
      method,
      device,
      createdAt,
      seenAt,
      isThis: id === sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one of a person's own sessions. Ending it again changes nothing. @throws {DomainError} notFound */
export async function endSession(ctx: Context, userId: string, sessionId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mine = and(eq(sessions.id, sessionId), eq(sessions.userId, userId));
    const [session] = await db.select({ endedAt: sessions.endedAt }).from(sessions).where(mine).for("update");
    if (session === undefined) throw new DomainError("notFound");
    if (session.endedAt !== null) return;
    await db.update(sessions).set({ endedAt: ctx.now() }).where(mine);
    await recordAudit(tx, { actor: userId, action: "session.end", facts: { session: sessionId } });
  });
}

/** Ends all of a person's sessions but one. */
export async function endOtherSessions(ctx: Context, userId: string, keptId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const ended = await db
      .update(sessions)
      .set({ endedAt: ctx.now() })
      .where(and(eq(sessions.userId, userId), ne(sessions.id, keptId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return;
    await recordAudit(
      { ...ctx, db },
      { actor: userId, action: "session.end-others", facts: { sessions: ended.length } },
    );
  });
}

/** Notes that a person has just proved who they are. */
export async function noteProof(ctx: Context, sessionId: string): Promise<void> {
  await ctx.db
    .update(sessions)
    .set({ provenAt: ctx.now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Deletes sessions that ended or ran out before a moment. */
export async function deleteOldSessions(ctx: Context, before: Date): Promise<void> {
  await ctx.db.delete(sessions).where(or(lt(sessions.expiresAt, before), lt(sessions.endedAt, before)));
}
