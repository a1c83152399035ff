import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { memberships, users } from "~db/schema/users";
import { recordAudit } from "../audit/record-audit.server";
import type { Actor, Role } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { authorize, partnerIdOf } from "./authorize";
import { type PortalActor, requireProof } from "./portal-actor";
import { readRoles } from "./sessions.server";

export interface Member {
  userId: string;
  name: string;
  email: string;
  roles: Role[];
  since: Date;
}

/** The rows of an organization; null for the host. */
export function ofOrganization(partnerId: string | null): SQL {
  return partnerId === null ? isNull(memberships.partnerId) : eq(memberships.partnerId, partnerId);
}

/** Who works for the actor's organization. @throws {DomainError} notAllowed */
export async function listMembers(ctx: Context, actor: Actor): Promise<Member[]> {
  authorize(actor, "members.read");
  const rows = await ctx.db
    .select({ user: users, roles: memberships.roles, since: memberships.createdAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(ofOrganization(partnerIdOf(actor)), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.createdAt));
  return rows.map(({ user, roles, since }) => ({
    userId: user.id,
    name: ctx.vault.open("user.name", user.nameSealed),
    email: ctx.vault.open("user.email", user.emailSealed),
    roles: readRoles(roles),
    since,
  }));
}

export type MemberChange = "done" | "lastOwner";

/**
 * Gives a member other roles.
 * @returns lastOwner where nobody would be left who can invite others
 * @throws {DomainError} notAllowed, notFound, proofNeeded
 */
export function changeRoles(ctx: Context, actor: PortalActor, userId: string, roles: Role[]): Promise<MemberChange> {
  return changeMember(ctx, actor, userId, roles);
}

/** Ends a membership. What the person wrote stays. As {@link changeRoles}. */
export function endMembership(ctx: Context, actor: PortalActor, userId: string): Promise<MemberChange> {
  return changeMember(ctx, actor, userId, null);
}

async function changeMember(
  ctx: Context,
  actor: PortalActor,
  userId: string,
  roles: Role[] | null,
): Promise<MemberChange> {
  authorize(actor, "members.change");
  requireProof(ctx, actor);
  const partnerId = partnerIdOf(actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    // All are held, so that two owners cannot take each other's role at once.
    const all = await db
      .select({ id: memberships.id, userId: memberships.userId, roles: memberships.roles })
      .from(memberships)
      .where(and(ofOrganization(partnerId), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.id))
      .for("update");
    const member = all.find((one) => one.userId === userId);
    if (member === undefined) throw new DomainError("notFound");
    const staysOwner = roles?.includes("owner") ?? false;
    const others = all.filter((one) => one.id !== member.id && one.roles.includes("owner"));
    if (member.roles.includes("owner") && !staysOwner && others.length === 0) return "lastOwner";
    await db
      .update(memberships)
      .set(roles === null ? { endedAt: ctx.now() } : { roles })
      .where(eq(memberships.id, member.id));
    await recordAudit(tx, {
      actor: actor.name,
      action: roles === null ? "member.end" : "member.roles",
      partnerId,
      facts: { user: userId, before: member.roles, ...(roles && { roles }) },
    });
    return "done";
  });
}
