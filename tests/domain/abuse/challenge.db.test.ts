import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { expect, test } from "vitest";
import { checkProof, forgetSpentChallenges, makeChallenge } from "~/domain/abuse/challenge.server";
import type { Context } from "~/domain/context";
import { createVault } from "~/services/vault.server";
import { spentChallenges } from "~db/schema/moderation";
import { withContext } from "../../support/database";

const campaignId = "0198f7d8-0000-7000-8000-000000000001";
const MINUTE_MS = 60_000;

/** Solves it as the island in the browser does. */
async function solve(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("The challenge was not solved.");
  return { challenge, solution };
}

const sent = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString("base64");
const solved = async (ctx: Context, of = campaignId) => solve(await makeChallenge(ctx, of));

test(
  "a solved challenge is good once",
  withContext(async (ctx) => {
    const proof = sent(await solved(ctx));
    expect(await checkProof(ctx, campaignId, proof)).toBe(true);
    expect(await checkProof(ctx, campaignId, proof)).toBe(false);
    expect(await checkProof(ctx, campaignId, sent(await solved(ctx)))).toBe(true);
  }),
);

test(
  "a solved challenge is good for ten minutes and for its campaign",
  withContext(async (ctx) => {
    const other = "0198f7d8-0000-7000-8000-000000000002";
    const foreign = sent(await solved(ctx, other));
    expect(await checkProof(ctx, campaignId, foreign)).toBe(false);
    const [early, late] = [sent(await solved(ctx)), sent(await solved(ctx))];
    ctx.clock.advance(10 * MINUTE_MS - 1);
    expect(await checkProof(ctx, campaignId, early)).toBe(true);
    ctx.clock.advance(1);
    expect(await checkProof(ctx, campaignId, late)).toBe(false);
    expect(await checkProof(ctx, other, foreign)).toBe(false);
  }),
);

test(
  "what was not worked for, or not by our challenge, is no proof",
  withContext(async (ctx) => {
    const { challenge, solution } = await solved(ctx);
    const { parameters } = challenge;
    const foreign = createVault([{ id: "k", key: Buffer.alloc(32, 7) }], Buffer.alloc(32, 8));
    const forged: unknown[] = [
      { challenge, solution: { ...solution, counter: solution.counter + 1, derivedKey: "00".repeat(32) } },
      { challenge, solution: { ...solution, derivedKey: "" } },
      { challenge: { ...challenge, signature: "00".repeat(32) }, solution },
      { challenge: { parameters }, solution },
      { challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution },
      { challenge: { ...challenge, parameters: { ...parameters, keyPrefix: "00" } }, solution },
      {
        challenge: { ...challenge, parameters: { ...parameters, data: { campaign: campaignId, until: 9e15 } } },
        solution,
      },
      await solved({ ...ctx, vault: foreign }),
      { ...challenge, solution },
      [],
      null,
      "text",
    ];
    for (const proof of forged) expect(await checkProof(ctx, campaignId, sent(proof))).toBe(false);
    for (const text of [null, "", "{", "%%%", "bnVsbA==\0"])
      expect(await checkProof(ctx, campaignId, text)).toBe(false);
    expect(await ctx.db.select().from(spentChallenges), "Nothing that fails is written down.").toEqual([]);
    expect(await checkProof(ctx, campaignId, sent({ challenge, solution })), "The true one is still good.").toBe(true);
  }),
);

test(
  "a used challenge is kept as a hash, and no longer than it counts",
  withContext(async (ctx) => {
    const proof = await solved(ctx);
    await checkProof(ctx, campaignId, sent(proof));
    const [row] = await ctx.db.select().from(spentChallenges);
    expect(row?.challengeHash).not.toBe(proof.challenge.signature);
    await forgetSpentChallenges(ctx);
    expect(await ctx.db.select().from(spentChallenges)).toHaveLength(1);
    ctx.clock.advance(10 * MINUTE_MS + 1);
    await forgetSpentChallenges(ctx);
    expect(await ctx.db.select().from(spentChallenges)).toEqual([]);
  }),
);
