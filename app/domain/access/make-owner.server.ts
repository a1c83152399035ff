import { and, eq, isNull } from "drizzle-orm";
import { signInRequests } from "~db/schema/sign-in";
import { memberships, users } from "~db/schema/users";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { makeUser } from "./invitations.server";
import { ofOrganization } from "./members.server";
import { SIGN_IN_MINUTES } from "./retention";
import { issueSignIn } from "./sign-in.server";
import { userHash } from "./user-hash";

/**
 * Makes an address an owner of the host, and a user where it is none yet. For who runs the installation: nobody has to be
 * signed in for it.
 * @returns the secret of a link that signs in once
 */
export async function makeOwner(ctx: Context, email: string, locale: string): Promise<string> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await ensureOwner(tx, email, locale);
    const requestId = ctx.newId();
    const now = ctx.now();
    await db.insert(signInRequests).values({
      id: requestId,
      emailHash: userHash(ctx.vault, email),
      locale,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
    });
    const mail = await issueSignIn(tx, requestId);
    if (mail === null) throw new Error("A user who was just made cannot sign in.");
    return mail.token;
  });
}

/** Who signs in to a demo, by the mail of the local mailbox. */
export const DEMO_OWNER = "owner@privacy-for-all.example";

/** Gives a demo an owner, so that a newcomer can look at the portal at once. Changes nothing where the host has a team. */
export async function makeDemoOwner(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const [member] = await db.select({ id: memberships.id }).from(memberships).where(ofOrganization(null)).limit(1);
    if (member === undefined) await ensureOwner({ ...ctx, db }, DEMO_OWNER, "en");
  });
}

async function ensureOwner(tx: Context, email: string, locale: string): Promise<void> {
  const [known] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.emailHash, userHash(tx.vault, email)));
  const userId = known?.id ?? (await makeUser(tx, { email, name: nameFromAddress(email), locale }));
  await tx.db.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
  const mine = and(eq(memberships.userId, userId), ofOrganization(null), isNull(memberships.endedAt));
  const [member] = await tx.db.select({ roles: memberships.roles }).from(memberships).where(mine).for("update");
  if (member?.roles.includes("owner")) return;
  if (member === undefined) {
    const createdAt = tx.now();
    await tx.db.insert(memberships).values({ id: tx.newId(), userId, partnerId: null, roles: ["owner"], createdAt });
  } else {
    await tx.db
      .update(memberships)
      .set({ roles: [...member.roles, "owner"] })
      .where(mine);
  }
  await recordAudit(tx, { actor: "command", action: "member.owner", facts: { user: userId } });
}

/** What stands before the @, until the person says how they are called. */
function nameFromAddress(email: string): string {
  return email.split("@")[0]?.slice(0, 80) || "Owner";
}
