import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, HmacAlgorithm, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { lt } from "drizzle-orm";
import { z } from "zod";
import { spentChallenges } from "~db/schema/moderation";
import type { Context } from "../context";
import { proofLimits } from "./limits";

const ALGORITHM = "PBKDF2/SHA-256";

/** What the browser sends back, as base64 of JSON. Only what `signature` covers is believed. */
const sentProof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      cost: z.literal(proofLimits.iterations),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(128),
      data: z.object({ campaign: z.string().max(64), until: z.number() }),
    }),
    signature: z.string().max(128),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(128) }),
});

/** Makes a piece of work for a browser. It is good for one campaign, once, for ten minutes; nothing is stored. */
export async function makeChallenge(ctx: Context, campaignId: string): Promise<Challenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: proofLimits.iterations,
    counter: randomInt(1, proofLimits.tries + 1),
    deriveKey,
    // Not the library's own field for the expiry, which it would hold against the machine's clock.
    data: { campaign: campaignId, until: ctx.now().getTime() + proofLimits.validMs },
    ...secrets(ctx),
  });
}

/**
 * Whether a form came with a solved challenge of ours, and spends it. Ask once the form is valid otherwise, and
 * outside the transaction that signs. It never throws over what was sent.
 */
export async function checkProof(ctx: Context, campaignId: string, proof: string | null): Promise<boolean> {
  const sent = proof === null ? null : parseProof(proof);
  if (sent === null) return false;
  const { challenge, solution } = sent;
  const { campaign, until } = challenge.parameters.data;
  if (campaign !== campaignId || until <= ctx.now().getTime()) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets(ctx) });
  if (!verified) return false;

  const spent = await ctx.db
    .insert(spentChallenges)
    .values({ challengeHash: ctx.vault.lookupHash("spent-challenge", challenge.signature), expiresAt: new Date(until) })
    .onConflictDoNothing()
    .returning({ challengeHash: spentChallenges.challengeHash });
  return spent.length === 1;
}

/** Forgets challenges that no longer count anyway. */
export async function forgetSpentChallenges(ctx: Context): Promise<void> {
  await ctx.db.delete(spentChallenges).where(lt(spentChallenges.expiresAt, ctx.now()));
}

function parseProof(proof: string) {
  try {
    return sentProof.parse(JSON.parse(Buffer.from(proof, "base64").toString("utf8")));
  } catch {
    return null;
  }
}

function secrets({ vault }: Context) {
  return {
    hmacAlgorithm: HmacAlgorithm.SHA_256,
    hmacSignatureSecret: vault.lookupHash("proof-of-work", "challenge"),
    hmacKeySignatureSecret: vault.lookupHash("proof-of-work", "key"),
  };
}
