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
    const emailHash = userHash(ctx.vault, email);
    const now = ctx.now();
    const [known] = await db.select({ id: users.id }).from(users).where(eq(users.emailHash, emailHash));
    const userId = known?.id ?? (await makeUser(tx, { email, name: nameFromAddress(email), locale }));
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
    const mine = and(eq(memberships.userId, userId), ofOrganization(null), isNull(memberships.endedAt));
    const [member] = await db.select({ roles: memberships.roles }).from(memberships).where(mine).for("update");
    if (member === undefined) {
      await db
        .insert(memberships)
        .values({ id: ctx.newId(), userId, partnerId: null, roles: ["owner"], createdAt: now });
    } else if (!member.roles.includes("owner")) {
      await db
        .update(memberships)
        .set({ roles: [...member.roles, "owner"] })
        .where(mine);
    }
    const requestId = ctx.newId();
    const expiresAt = new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
    await db.insert(signInRequests).values({ id: requestId, emailHash, locale, requestedAt: now, expiresAt });
    const mail = await issueSignIn(tx, requestId);
    if (mail === null) throw new Error("A user who was just made cannot sign in.");
    await recordAudit(tx, { actor: "command", action: "member.owner", facts: { user: userId } });
    return mail.token;
  });
}

/** What stands before the @, until the person says how they are called. */
function nameFromAddress(email: string): string {
  return email.split("@")[0]?.slice(0, 80) || "Owner";
}
