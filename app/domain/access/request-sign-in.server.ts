import { and, count, eq, gt } from "drizzle-orm";
import { signInRequests } from "~db/schema/sign-in";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { SIGN_IN_MAILS_PER_HOUR, SIGN_IN_MINUTES } from "./retention";
import { userHash } from "./user-hash";

const MINUTE_MS = 60_000;

export interface SignInWish {
  email: string;
  locale: string;
  /** The session that needs a proof; null for signing in. */
  sessionId: string | null;
}

/**
 * Asks for a mail with a link and a code. Whoever asks gets the same answer after the same work, whether the address is
 * a user's or not: who is one is looked up when the mail is written.
 * @returns the request, by which its code can be typed
 */
export async function requestSignIn(ctx: Context, { email, locale, sessionId }: SignInWish): Promise<string> {
  const emailHash = userHash(ctx.vault, email);
  const now = ctx.now();
  const id = ctx.newId();
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [lately] = await db
      .select({ requests: count() })
      .from(signInRequests)
      .where(
        and(
          eq(signInRequests.emailHash, emailHash),
          gt(signInRequests.requestedAt, new Date(now.getTime() - 60 * MINUTE_MS)),
        ),
      );
    const expiresAt = new Date(now.getTime() + SIGN_IN_MINUTES * MINUTE_MS);
    await db.insert(signInRequests).values({ id, emailHash, locale, sessionId, requestedAt: now, expiresAt });
    if ((lately?.requests ?? 0) < SIGN_IN_MAILS_PER_HOUR) await enqueue(tx, "email-sign-in", { requestId: id });
  });
  return id;
}
