import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import { cancelStrike, listStrikes, orderStrike, undoStrike } from "~/domain/moderation/strikes.server";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { petitionTotals } from "~db/schema/totals";
import { jobContext, withMailService } from "../../jobs/sending";
import { type TestContext, withPostgres } from "../../support/database";
import { confirmAll, signAs, writeMails } from "../abuse/crowd";
import { insertConfirmed } from "../counting/many-signatures";
import { listSignatures, openPetition } from "../signatures/signing";

async function runThrough(ctx: TestContext, strikeId: string, batch: number): Promise<void> {
  while ((await carryOutStrike(ctx, strikeId, batch)) === "more");
}

async function openModerated(ctx: TestContext) {
  const petition = await openPetition(ctx);
  return { petition, where: { campaignId: petition.campaign.id, petitionId: petition.petition.id } };
}

const order = { criteria: { country: "KE" }, reason: "A test", by: "Ada" };
const totalOf = async (ctx: TestContext) => {
  await rollUp(ctx);
  return (await ctx.db.select().from(petitionTotals))[0]?.count ?? 0;
};

test(
  "people confirm while their signatures are struck and given back; everybody ends as they would have without",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { petition, where } = await openModerated(ctx);
      for (let person = 0; person < 60; person++) await signAs(petition, {});
      const mails = await writeMails(job);
      const confirming = (from: number, to: number) =>
        Promise.all(mails.slice(from, to).map((mail) => tryToConfirm(ctx, mail)));

      const strike = await orderStrike(ctx, where, order);
      const [early] = await Promise.all([confirming(0, 30), runThrough(ctx, strike.id, 7), rollUp(ctx)]);
      expect((await listSignatures(ctx)).every(({ state }) => state === "struck")).toBe(true);
      expect(await totalOf(ctx)).toBe(0);

      await undoStrike(ctx, strike.id, "Ada");
      const [late] = await Promise.all([confirming(30, 60), runThrough(ctx, strike.id, 7), rollUp(ctx)]);
      const all = await listSignatures(ctx);
      for (const { state, confirmedAt, strikeId } of all) {
        expect(state).toBe(confirmedAt === null ? "pending" : "confirmed");
        expect(strikeId).toBeNull();
      }
      const confirmed = all.filter(({ state }) => state === "confirmed").length;
      expect(confirmed).toBe([...early, ...late].filter(Boolean).length);
      expect(await totalOf(ctx)).toBe(confirmed);
    }),
  ),
);

/** @returns whether it was confirmed; the link of a struck signature leads nowhere */
async function tryToConfirm(ctx: TestContext, mail: Parameters<typeof confirmAll>[1][number]): Promise<boolean> {
  return confirmAll(ctx, [mail]).then(
    () => true,
    () => false,
  );
}

test(
  "several workers carry out one strike, and each signature is struck and told of once",
  withPostgres(async (_, ctx) => {
    const { petition, where } = await openModerated(ctx);
    await insertConfirmed(ctx, petition.petition, 500);
    await ctx.db.update(signatures).set({ country: "KE" });
    const strike = await orderStrike(ctx, where, order);
    await Promise.all([1, 2, 3, 4].map(() => runThrough(ctx, strike.id, 20)));
    expect((await listStrikes(ctx, where.campaignId))[0]).toMatchObject({ state: "done", matched: 500, progress: 500 });
    expect((await ctx.db.select().from(auditLog)).filter(({ action }) => action === "strike.done")).toHaveLength(1);
    expect(await totalOf(ctx)).toBe(0);
  }),
);

test(
  "cancelling while it runs stops it at a whole batch, and undoing gives back just that",
  withPostgres(async (_, ctx) => {
    const { petition, where } = await openModerated(ctx);
    await insertConfirmed(ctx, petition.petition, 2_000);
    await ctx.db.update(signatures).set({ country: "KE" });
    const strike = await orderStrike(ctx, where, order);
    await carryOutStrike(ctx, strike.id, 10);
    const [, cancelled] = await Promise.all([runThrough(ctx, strike.id, 10), cancelStrike(ctx, strike.id, "Ada")]);
    const struck = (await listSignatures(ctx)).filter(({ state }) => state === "struck").length;
    expect(struck).toBeGreaterThan(0);
    expect(struck).toBeLessThan(2_000);
    expect(cancelled.progress).toBe(struck);
    await undoStrike(ctx, strike.id, "Ada");
    await runThrough(ctx, strike.id, 300);
    expect(await totalOf(ctx)).toBe(2_000);
  }),
);

test(
  "two workers that judge the same networks at once do not stand in each other's way",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { petition } = await openModerated(ctx);
      for (let person = 0; person < 240; person++) {
        const signals = person % 7 === 0 ? (["honeypot"] as const) : [];
        await signAs(petition, { networkHash: `n${person % 3}`, signals: [...signals] });
      }
      const written = await Promise.all([1, 2, 3].map(() => writeMails(job)));
      expect(written.flat()).toHaveLength(240);
      expect((await listSignatures(ctx)).filter(({ heldAt }) => heldAt === null)).toEqual([]);
    }),
  ),
);
