import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { domainHash } from "~/domain/abuse/mail-domain";
import { rollUp } from "~/domain/counting/roll-up.server";
import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import { ModerationError } from "~/domain/moderation/moderation-error";
import type { SignatureCriteria } from "~/domain/moderation/signature-criteria.server";
import { cancelStrike, listStrikes, orderStrike, previewStrike, undoStrike } from "~/domain/moderation/strikes.server";
import { strikeSignatures } from "~/jobs/strike-signatures.server";
import { auditLog } from "~db/schema/audit";
import { strikes } from "~db/schema/moderation";
import { signatures } from "~db/schema/signatures";
import { petitionTotals } from "~db/schema/totals";
import { jobContext, withMailService } from "../../jobs/sending";
import { type TestContext, withContext } from "../../support/database";
import { confirmAll, signAs, writeMails } from "../abuse/crowd";
import { insertConfirmed } from "../counting/many-signatures";
import { dump, listJobs, listSignatures, openPetition } from "../signatures/signing";

const order = (criteria: SignatureCriteria) => ({ criteria, reason: "Bought signatures", by: "Ada" });
const hour = (n: number) => `2026-11-23T${n}:00:00.000Z`;

async function moderated(ctx: TestContext) {
  const petition = await openPetition(ctx);
  return { ...petition, where: { campaignId: petition.campaign.id, petitionId: petition.petition.id } };
}

async function runThrough(ctx: TestContext, strikeId: string, batch?: number): Promise<void> {
  while ((await carryOutStrike(ctx, strikeId, batch)) === "more");
}

const totalOf = async (ctx: TestContext) => {
  await rollUp(ctx);
  return (await ctx.db.select().from(petitionTotals))[0]?.count ?? 0;
};
const states = async (ctx: TestContext) => {
  const rows = await ctx.db
    .select({ state: signatures.state, number: sql<number>`count(*)::int` })
    .from(signatures)
    .groupBy(signatures.state);
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
};

/** Six signatures of two domains, networks and hours, in the order of their ids; the last one is withdrawn. */
async function signVariously(ctx: TestContext) {
  const set = await moderated(ctx);
  await signAs(set, { networkHash: "n1", domain: "bought.example" });
  await signAs(set, { networkHash: "n2", domain: "bought.example", signals: ["too-fast"] });
  ctx.clock.set(hour(14));
  await signAs(set, { networkHash: "n1" });
  await signAs(set, { networkHash: "n1", signals: ["honeypot"] });
  await signAs(set, {});
  await signAs(set, { networkHash: "n1", domain: "bought.example" });
  const ids = (await listSignatures(ctx)).map(({ id }) => id);
  await ctx.db
    .update(signatures)
    .set({ country: "UG" })
    .where(eq(signatures.id, ids[4] ?? ""));
  await ctx.db
    .update(signatures)
    .set({ heldAt: ctx.now() })
    .where(eq(signatures.id, ids[3] ?? ""));
  await ctx.db
    .update(signatures)
    .set({ state: "withdrawn" })
    .where(eq(signatures.id, ids[5] ?? ""));
  return set;
}

test.each<[string, (ctx: TestContext) => SignatureCriteria, number[]]>([
  ["domain", (ctx) => ({ domainHash: domainHash(ctx, "Bought.Example.") }), [0, 1]],
  ["network", () => ({ networkHash: "n1" }), [0, 2, 3]],
  ["country", () => ({ country: "UG" }), [4]],
  ["signal", () => ({ signal: "too-fast" }), [1]],
  ["held", () => ({ heldOnly: true }), [3]],
  ["moment, from", () => ({ from: hour(14) }), [2, 3, 4]],
  ["moment, to", () => ({ to: hour(14) }), [0, 1]],
  ["all together", (ctx) => ({ domainHash: domainHash(ctx, "bought.example"), networkHash: "n1", to: hour(13) }), [0]],
  ["nothing fits", () => ({ country: "FR" }), []],
])("signatures are struck by %s, and the preview says how many", (_, criteriaOf, expected) =>
  withContext(async (ctx) => {
    const { where } = await signVariously(ctx);
    const criteria = criteriaOf(ctx);
    const { confirmed, pending } = await previewStrike(ctx, where, criteria);
    expect(confirmed + pending).toBe(expected.length);
    const strike = await orderStrike(ctx, where, order(criteria));
    expect(strike.matched).toBe(expected.length);
    await runThrough(ctx, strike.id);
    const all = await listSignatures(ctx);
    expect(all.flatMap(({ state }, place) => (state === "struck" ? [place] : []))).toEqual(expected);
    expect(all[5]?.state, "Withdrawn ones are left alone.").toBe("withdrawn");
    expect((await listStrikes(ctx, where.campaignId))[0]).toMatchObject({ state: "done", progress: expected.length });
  })(),
);

test(
  "without a criterion, or with a faulty one, nothing is struck",
  withContext(async (ctx) => {
    const { where } = await moderated(ctx);
    for (const criteria of [{}, { country: "Kenya" }, { from: "yesterday" }]) {
      await expect(orderStrike(ctx, where, order(criteria))).rejects.toThrow();
    }
    expect(await listStrikes(ctx, where.campaignId)).toEqual([]);
    expect(await listJobs(ctx)).toEqual([]);
  }),
);

test(
  "an order changes nothing until a worker carries it out, and strikes what was there when it was given",
  withContext(async (ctx) => {
    const set = await moderated(ctx);
    await signAs(set);
    const strike = await orderStrike(ctx, set.where, order({ country: "KE" }));
    expect((await listJobs(ctx, "strike-signatures")).map(({ payload }) => payload)).toEqual([{ strikeId: strike.id }]);
    expect(await states(ctx)).toEqual({ pending: 1 });
    ctx.clock.advance(1_000);
    await signAs(set);
    await runThrough(ctx, strike.id);
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual(["struck", "pending"]);
  }),
);

test(
  "the roll-up subtracts what was struck, and adds what was given back",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const set = await moderated(ctx);
      await signAs(set, { networkHash: "n1" });
      await signAs(set, { networkHash: "n2" });
      await confirmAll(ctx, await writeMails(job));
      await signAs(set, { networkHash: "n1" });
      expect(await totalOf(ctx)).toBe(2);
      const strike = await orderStrike(ctx, set.where, order({ networkHash: "n1" }));
      expect(await strikeSignatures(job, { strikeId: strike.id })).toBe("done");
      expect(await totalOf(ctx)).toBe(1);
      expect(await states(ctx)).toEqual({ confirmed: 1, struck: 2 });

      await undoStrike(ctx, strike.id, "Grace");
      expect(await strikeSignatures(job, { strikeId: strike.id })).toBe("done");
      expect(await totalOf(ctx)).toBe(2);
      expect(await states(ctx)).toEqual({ confirmed: 2, pending: 1 });
      expect((await listSignatures(ctx)).map(({ strikeId }) => strikeId)).toEqual([null, null, null]);
    }),
  ),
);

test(
  "a strike goes in batches with its progress, can be cancelled between them, and is undone exactly",
  withContext(async (ctx) => {
    const { petition, where } = await moderated(ctx);
    await insertConfirmed(ctx, petition, 25);
    await ctx.db.update(signatures).set({ networkHash: "n1" });
    const earlier = await orderStrike(ctx, where, order({ country: "US" }));
    await runThrough(ctx, earlier.id);
    const { struck: before = 0 } = await states(ctx);
    expect(before).toBeGreaterThan(0);

    const strike = await orderStrike(ctx, where, order({ networkHash: "n1" }));
    expect(strike).toMatchObject({ state: "queued", matched: 25 - before, progress: 0 });
    expect(await carryOutStrike(ctx, strike.id, 5)).toBe("more");
    expect(await carryOutStrike(ctx, strike.id, 5)).toBe("more");
    expect((await listStrikes(ctx, where.campaignId))[0]).toMatchObject({ state: "running", progress: 10 });
    await cancelStrike(ctx, strike.id, "Grace");
    expect(await carryOutStrike(ctx, strike.id, 5)).toBe("over");
    expect((await states(ctx)).struck).toBe(before + 10);
    await expect(cancelStrike(ctx, strike.id, "Grace")).rejects.toThrow(ModerationError);

    await undoStrike(ctx, strike.id, "Grace");
    expect(await carryOutStrike(ctx, strike.id, 5)).toBe("more");
    expect((await listStrikes(ctx, where.campaignId))[0]).toMatchObject({ state: "undoing", progress: 5 });
    await runThrough(ctx, strike.id, 5);
    expect((await listStrikes(ctx, where.campaignId))[0]).toMatchObject({ state: "undone", progress: 10 });
    expect(await states(ctx), "What another strike struck stays struck.").toEqual({
      struck: before,
      confirmed: 25 - before,
    });
    await expect(undoStrike(ctx, strike.id, "Grace")).rejects.toThrow(ModerationError);
  }),
);

test(
  "a strike that was cancelled before its turn strikes nothing",
  withContext(async (ctx) => {
    const set = await moderated(ctx);
    await signAs(set);
    const strike = await orderStrike(ctx, set.where, order({ country: "KE" }));
    await cancelStrike(ctx, strike.id, "Grace");
    await runThrough(ctx, strike.id);
    expect(await states(ctx)).toEqual({ pending: 1 });
  }),
);

test(
  "a signature that was held is held again when its strike is undone",
  withContext(async (ctx) => {
    const set = await moderated(ctx);
    await signAs(set);
    await ctx.db.update(signatures).set({ heldAt: ctx.now() });
    const strike = await orderStrike(ctx, set.where, order({ heldOnly: true }));
    await runThrough(ctx, strike.id);
    await undoStrike(ctx, strike.id, "Ada");
    await runThrough(ctx, strike.id);
    expect((await listSignatures(ctx)).map(({ state, heldAt }) => [state, heldAt !== null])).toEqual([
      ["pending", true],
    ]);
  }),
);

test(
  "who ordered, cancelled and undid is written down, and nobody's address or domain",
  withContext(async (ctx) => {
    const set = await moderated(ctx);
    await signAs(set, { domain: "qqkanarienvogel.example" });
    const criteria = { domainHash: domainHash(ctx, "qqkanarienvogel.example") };
    const strike = await orderStrike(ctx, set.where, order(criteria));
    ctx.clock.advance(1_000);
    await runThrough(ctx, strike.id);
    ctx.clock.advance(1_000);
    await undoStrike(ctx, strike.id, "Grace");
    ctx.clock.advance(1_000);
    await runThrough(ctx, strike.id);
    const { campaignId } = set.where;
    expect(await ctx.db.select().from(auditLog).orderBy(auditLog.at)).toMatchObject([
      { actor: "Ada", action: "strike.order", campaignId, facts: { strikeId: strike.id, matched: 1, ...criteria } },
      { actor: "automatic", action: "strike.done", campaignId, facts: { strikeId: strike.id, progress: 1 } },
      { actor: "Grace", action: "strike.undo", campaignId, facts: { strikeId: strike.id } },
      { actor: "automatic", action: "strike.undone", campaignId, facts: { strikeId: strike.id, progress: 1 } },
    ]);
    expect((await ctx.db.select().from(strikes))[0]).toMatchObject({ orderedBy: "Ada", reason: "Bought signatures" });
    expect(await dump(ctx)).not.toMatch(/qqkanarienvogel/i);
  }),
);
