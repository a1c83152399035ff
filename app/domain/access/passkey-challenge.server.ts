import { spentPasskeyChallenges } from "~db/schema/sign-in";
import type { Context } from "../context";

/** What a passkey is asked to sign for. */
export type PasskeyPurpose = "add" | "sign-in" | "prove";

const MINUTES = 10;
const shape = /^([a-z-]+)\.(\d{13})\.([\w-]{43})\.([\w-]+)$/;

/**
 * A challenge that needs no row until it is answered: it carries its own purpose and end, under a keyed hash.
 * @param forWhom the user, where one is known
 */
export function newChallenge(ctx: Pick<Context, "now" | "newToken" | "vault">, purpose: PasskeyPurpose, forWhom = "") {
  const until = String(ctx.now().getTime() + MINUTES * 60_000);
  const nonce = ctx.newToken();
  return `${purpose}.${until}.${nonce}.${seal(ctx, purpose, until, nonce, forWhom)}`;
}

/**
 * Takes the answer to a challenge, once, in the transaction of `ctx.db`.
 * @param challenge as the browser gives it back, base64url
 * @returns false where it is none of ours, too old, for something or somebody else, or was answered before
 */
export async function spendChallenge(
  ctx: Context,
  purpose: PasskeyPurpose,
  challenge: string,
  forWhom = "",
): Promise<boolean> {
  const [, of, until, nonce, mac] = shape.exec(Buffer.from(challenge, "base64url").toString("utf8")) ?? [];
  if (of !== purpose || until === undefined || nonce === undefined) return false;
  if (mac !== seal(ctx, purpose, until, nonce, forWhom) || Number(until) < ctx.now().getTime()) return false;
  const spent = await ctx.db
    .insert(spentPasskeyChallenges)
    .values({ challengeHash: ctx.vault.lookupHash("passkey.spent", challenge), expiresAt: new Date(Number(until)) })
    .onConflictDoNothing()
    .returning({ challengeHash: spentPasskeyChallenges.challengeHash });
  return spent.length > 0;
}

function seal({ vault }: Pick<Context, "vault">, ...said: string[]): string {
  return vault.lookupHash("passkey.challenge", said.join("\n")).replaceAll(/[^\w-]/g, "");
}
