import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { signInRequests } from "~db/schema/sign-in";
import { users } from "~db/schema/users";
import type { Context } from "../context";
import { CODE_ATTEMPTS } from "./retention";
import { beginSession, noteProof } from "./sessions.server";

/** The secrets of a mail, made when it is written. A mail that is written again makes new ones. */
export interface SignInMail {
  email: string;
  locale: string;
  token: string;
  code: string;
  expiresAt: Date;
  /** A proof for a session that is open, instead of a new one. */
  isProof: boolean;
}

const hashes = ({ vault }: Pick<Context, "vault">) => ({
  token: (token: string) => vault.lookupHash("sign-in.token", token),
  code: (requestId: string, code: string) => vault.lookupHash("sign-in.code", `${requestId}\n${code}`),
});

/** Makes the secrets of a mail to sign in; null where the address is nobody's, or nobody needs it any more. */
export async function issueSignIn(ctx: Context, requestId: string): Promise<SignInMail | null> {
  const [found] = await ctx.db
    .select({ request: signInRequests, user: users })
    .from(signInRequests)
    .innerJoin(users, eq(users.emailHash, signInRequests.emailHash))
    .where(and(eq(signInRequests.id, requestId), isOpen(ctx), isNull(users.disabledAt)));
  if (found === undefined) return null;
  const { request, user } = found;
  const [token, code] = [ctx.newToken(), ctx.newCode()];
  const hashOf = hashes(ctx);
  await ctx.db
    .update(signInRequests)
    .set({ tokenHash: hashOf.token(token), codeHash: hashOf.code(requestId, code) })
    .where(eq(signInRequests.id, requestId));
  return {
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    token,
    code,
    expiresAt: request.expiresAt,
    isProof: request.sessionId !== null,
  };
}

/** Whether a mailed link still works. Looking changes nothing: mail programs follow links. */
export async function isSignInOpen(ctx: Context, token: string): Promise<boolean> {
  const [request] = await ctx.db
    .select({ id: signInRequests.id })
    .from(signInRequests)
    .where(and(eq(signInRequests.tokenHash, hashes(ctx).token(token)), isOpen(ctx)));
  return request !== undefined;
}

export type SignInOutcome =
  | { outcome: "signedIn"; token: string; expiresAt: Date }
  /** The session that asked has its proof. */
  | { outcome: "proven" }
  | { outcome: "refused" };

/** Signs in with a mailed link, once. */
export function signInByLink(ctx: Context, token: string, device: string): Promise<SignInOutcome> {
  return ctx.db.transaction((db) => {
    const tx = { ...ctx, db };
    return redeem(tx, eq(signInRequests.tokenHash, hashes(ctx).token(token)), device, null);
  });
}

/**
 * Signs in with the code of a mail, once, on the device that asked for it. Wrong codes are counted before they are
 * compared, so that guessing at many places at once gains nothing.
 * @param sessionId of the device, for a proof
 */
export async function signInByCode(
  ctx: Context,
  { requestId, code, device, sessionId }: { requestId: string; code: string; device: string; sessionId: string | null },
): Promise<SignInOutcome> {
  const counted = await ctx.db
    .update(signInRequests)
    .set({ codeAttempts: sql`${signInRequests.codeAttempts} + 1` })
    .where(and(eq(signInRequests.id, requestId), isOpen(ctx), lt(signInRequests.codeAttempts, CODE_ATTEMPTS)))
    .returning({ id: signInRequests.id });
  if (counted.length === 0) return { outcome: "refused" };
  return ctx.db.transaction((db) => {
    const tx = { ...ctx, db };
    const which = and(
      eq(signInRequests.id, requestId),
      eq(signInRequests.codeHash, hashes(ctx).code(requestId, code.replaceAll(/\D/g, ""))),
    );
    return redeem(tx, which, device, sessionId);
  });
}

async function redeem(
  tx: Context,
  which: ReturnType<typeof and>,
  device: string,
  sessionId: string | null,
): Promise<SignInOutcome> {
  const [used] = await tx.db
    .update(signInRequests)
    .set({ usedAt: tx.now(), codeHash: null })
    .where(and(which, isOpen(tx)))
    .returning({ emailHash: signInRequests.emailHash, sessionId: signInRequests.sessionId });
  if (used === undefined) return { outcome: "refused" };
  if (used.sessionId !== null) {
    if (sessionId !== null && used.sessionId !== sessionId) return { outcome: "refused" };
    await noteProof(tx, used.sessionId);
    return { outcome: "proven" };
  }
  const [user] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.emailHash, used.emailHash), isNull(users.disabledAt)));
  if (user === undefined) return { outcome: "refused" };
  return { outcome: "signedIn", ...(await beginSession(tx, { userId: user.id, method: "mail", device })) };
}

function isOpen(ctx: Pick<Context, "now">) {
  return and(isNull(signInRequests.usedAt), gt(signInRequests.expiresAt, ctx.now()));
}

/** Deletes requests that were made before a moment. */
export async function deleteOldSignInRequests(ctx: Context, before: Date): Promise<void> {
  await ctx.db.delete(signInRequests).where(lt(signInRequests.requestedAt, before));
}
