import { and, desc, eq, gt, isNull, type SQL } from "drizzle-orm";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { invitations, memberships, users } from "~db/schema/users";
import { recordAudit } from "../audit/record-audit.server";
import type { Actor, Role } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { enqueue } from "../outbox/enqueue.server";
import { authorize, partnerIdOf } from "./authorize";
import { ofOrganization } from "./members.server";
import { INVITATION_DAYS } from "./retention";
import { beginSession, readRoles } from "./sessions.server";
import { userHash } from "./user-hash";

const DAY_MS = 86_400_000;

export interface InvitationInput {
  email: string;
  roles: Role[];
  /** Of the mail. */
  locale: string;
}

/**
 * Asks somebody by mail to become a member of the actor's organization. An open invitation to the same address is
 * taken back, so that there is one at a time.
 * @returns alreadyMember where there is nothing to ask
 * @throws {DomainError} notAllowed
 */
export async function invite(ctx: Context, actor: Actor, input: InvitationInput): Promise<"invited" | "alreadyMember"> {
  authorize(actor, "members.change");
  return inviteTo(ctx, actor, partnerIdOf(actor), input);
}

/**
 * The same for an owner of a partner, by the host.
 * @throws {DomainError} notAllowed, notFound
 */
export async function inviteOwner(
  ctx: Context,
  actor: Actor,
  partnerId: string,
  input: Omit<InvitationInput, "roles">,
): Promise<"invited" | "alreadyMember"> {
  authorize(actor, "partners.change");
  const [partner] = await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
  if (partner === undefined) throw new DomainError("notFound");
  return inviteTo(ctx, actor, partnerId, { ...input, roles: ["owner"] });
}

async function inviteTo(ctx: Context, actor: Actor, partnerId: string | null, input: InvitationInput) {
  const email = input.email.trim();
  const emailHash = userHash(ctx.vault, email);
  const now = ctx.now();
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [member] = await db
      .select({ id: memberships.id })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(users.emailHash, emailHash), ofOrganization(partnerId), isNull(memberships.endedAt)));
    if (member !== undefined) return "alreadyMember" as const;
    await db
      .update(invitations)
      .set({ revokedAt: now })
      .where(and(eq(invitations.emailHash, emailHash), toOrganization(partnerId), isWaiting(now)));
    const id = ctx.newId();
    await db.insert(invitations).values({
      id,
      partnerId,
      emailSealed: ctx.vault.seal("invitation.email", email),
      emailHash,
      roles: input.roles,
      locale: input.locale,
      invitedBy: actor.name,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    });
    await enqueue(tx, "email-invitation", { invitationId: id });
    await recordAudit(tx, {
      actor: actor.name,
      action: "member.invite",
      partnerId,
      facts: { invitation: id, roles: input.roles },
    });
    return "invited" as const;
  });
}

export interface OpenInvitation {
  id: string;
  email: string;
  roles: Role[];
  createdAt: Date;
  expiresAt: Date;
}

/** Invitations of the actor's organization that wait for an answer. @throws {DomainError} notAllowed */
export async function listInvitations(ctx: Context, actor: Actor): Promise<OpenInvitation[]> {
  authorize(actor, "members.read");
  const rows = await ctx.db
    .select()
    .from(invitations)
    .where(and(toOrganization(partnerIdOf(actor)), isWaiting(ctx.now())))
    .orderBy(desc(invitations.createdAt));
  return rows.map(({ id, emailSealed, roles, createdAt, expiresAt }) => ({
    id,
    email: ctx.vault.open("invitation.email", emailSealed),
    roles: readRoles(roles),
    createdAt,
    expiresAt,
  }));
}

/** Takes an invitation back; its link stops working. @throws {DomainError} notAllowed, notFound */
export async function revokeInvitation(ctx: Context, actor: Actor, id: string): Promise<void> {
  authorize(actor, "members.change");
  const partnerId = partnerIdOf(actor);
  await ctx.db.transaction(async (db) => {
    const revoked = await db
      .update(invitations)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(invitations.id, id), toOrganization(partnerId), isWaiting(ctx.now())))
      .returning({ id: invitations.id });
    if (revoked.length === 0) throw new DomainError("notFound");
    await recordAudit(
      { ...ctx, db },
      { actor: actor.name, action: "member.uninvite", partnerId, facts: { invitation: id } },
    );
  });
}

/** What a mail of invitation says, with the secret of its link, which is made when the mail is written. */
export interface InvitationMail {
  email: string;
  locale: string;
  organization: string;
  token: string;
  expiresAt: Date;
}

export async function issueInvitation(ctx: Context, invitationId: string): Promise<InvitationMail | null> {
  const [row] = await selectInvitation(ctx, and(eq(invitations.id, invitationId), isWaiting(ctx.now())));
  if (row === undefined) return null;
  const token = ctx.newToken();
  await ctx.db
    .update(invitations)
    .set({ tokenHash: tokenHash(ctx, token) })
    .where(eq(invitations.id, invitationId));
  const { emailSealed, locale, expiresAt } = row.invitation;
  return { email: ctx.vault.open("invitation.email", emailSealed), locale, organization: row.name, token, expiresAt };
}

/** What somebody who follows the link of an invitation is told. */
export interface InvitationFacts {
  organization: string;
  email: string;
  roles: Role[];
  locale: string;
  /** Whether the address signs in here already; then nothing is asked. */
  isKnown: boolean;
}

/** Null where the link does not work any more. Looking changes nothing. */
export async function findInvitation(ctx: Context, token: string): Promise<InvitationFacts | null> {
  const [row] = await selectInvitation(
    ctx,
    and(eq(invitations.tokenHash, tokenHash(ctx, token)), isWaiting(ctx.now())),
  );
  if (row === undefined) return null;
  const { emailSealed, roles, locale, emailHash } = row.invitation;
  const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.emailHash, emailHash));
  return {
    organization: row.name,
    email: ctx.vault.open("invitation.email", emailSealed),
    roles: readRoles(roles),
    locale,
    isKnown: user !== undefined,
  };
}

export type AcceptOutcome =
  | { outcome: "accepted"; token: string; expiresAt: Date; organization: string }
  | { outcome: "refused" };

/**
 * Makes the owner of the invited mailbox a member, and a user where they are none yet, and signs them in: the link proves
 * that the mailbox is theirs.
 * @param name as colleagues will see it; ignored for a person who signs in here already
 */
export async function acceptInvitation(
  ctx: Context,
  { token, name, locale, device }: { token: string; name: string; locale: string; device: string },
): Promise<AcceptOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const now = ctx.now();
    const [accepted] = await db
      .update(invitations)
      .set({ acceptedAt: now, tokenHash: null })
      .where(and(eq(invitations.tokenHash, tokenHash(ctx, token)), isWaiting(now)))
      .returning();
    if (accepted === undefined) return { outcome: "refused" };
    const userId = await findOrMakeUser(tx, accepted, name, locale);
    if (userId === null) return { outcome: "refused" };
    const { partnerId, roles, invitedBy } = accepted;
    await db
      .update(memberships)
      .set({ endedAt: now })
      .where(and(eq(memberships.userId, userId), ofOrganization(partnerId), isNull(memberships.endedAt)));
    await db.insert(memberships).values({ id: ctx.newId(), userId, partnerId, roles, invitedBy, createdAt: now });
    const session = await beginSession(tx, { userId, method: "mail", device });
    await recordAudit(tx, {
      actor: userId,
      action: "member.join",
      partnerId,
      facts: { invitation: accepted.id, roles },
    });
    const [partner] = await db
      .select({ slug: partners.slug })
      .from(partners)
      .where(partnerId === null ? isNull(partners.id) : eq(partners.id, partnerId));
    return { outcome: "accepted", ...session, organization: partner?.slug ?? "host" };
  });
}

async function findOrMakeUser(
  tx: Context,
  { emailHash, emailSealed }: typeof invitations.$inferSelect,
  name: string,
  locale: string,
): Promise<string | null> {
  const [known] = await tx.db
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(users)
    .where(eq(users.emailHash, emailHash));
  if (known !== undefined) return known.disabledAt === null ? known.id : null;
  return makeUser(tx, { email: tx.vault.open("invitation.email", emailSealed), name, locale });
}

/** Makes a user of an address that is nobody's yet. */
export async function makeUser(
  tx: Context,
  { email, name, locale }: { email: string; name: string; locale: string },
): Promise<string> {
  const id = tx.newId();
  await tx.db.insert(users).values({
    id,
    emailSealed: tx.vault.seal("user.email", email.trim()),
    emailHash: userHash(tx.vault, email),
    nameSealed: tx.vault.seal("user.name", name.trim()),
    locale,
    createdAt: tx.now(),
  });
  return id;
}

function selectInvitation(ctx: Context, which: SQL | undefined) {
  return ctx.db
    .select({ invitation: invitations, partner: partners.name })
    .from(invitations)
    .leftJoin(partners, eq(partners.id, invitations.partnerId))
    .where(which)
    .then(async (rows) => {
      const [host] = await ctx.db.select({ name: hosts.name }).from(hosts).limit(1);
      return rows.map(({ invitation, partner }) => ({ invitation, name: partner ?? host?.name ?? "" }));
    });
}

function isWaiting(now: Date): SQL | undefined {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));
}

function toOrganization(partnerId: string | null): SQL {
  return partnerId === null ? isNull(invitations.partnerId) : eq(invitations.partnerId, partnerId);
}

function tokenHash({ vault }: Pick<Context, "vault">, token: string): string {
  return vault.lookupHash("invitation.token", token);
}
