import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { listHeld } from "~/domain/moderation/list-held.server";
import { releaseHeld } from "~/domain/moderation/release-held.server";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { petitionTotals } from "~db/schema/totals";
import { type TestContext, withContext } from "../../support/database";
import { signAs } from "../abuse/crowd";
import { insertConfirmed } from "../counting/many-signatures";
import { listSignatures, openPetition } from "../signatures/signing";

async function heldOnes(ctx: TestContext) {
  const petition = await openPetition(ctx);
  const where = { campaignId: petition.campaign.id, petitionId: petition.petition.id };
  await signAs(petition, { networkHash: "n1", signals: ["honeypot"] });
  await signAs(petition, { networkHash: "n1", signals: ["too-fast", "honeypot"] });
  ctx.clock.advance(3_600_000);
  await signAs(petition, {});
  await ctx.db.update(signatures).set({ heldAt: ctx.now() });
  await signAs(petition, { networkHash: "n2" });
  return { petition, where };
}

test(
  "staff see what is held by network, signal and hour, and nobody's name or address",
  withContext(async (ctx) => {
    const { where } = await heldOnes(ctx);
    const keys = async (grouping: "network" | "signal" | "hour") =>
      (await listHeld(ctx, where, grouping)).map(({ key, pending, confirmed }) => [key, pending, confirmed]);
    expect(await keys("network")).toEqual([
      ["n1", 2, 0],
      ["none", 1, 0],
    ]);
    expect(await keys("signal")).toEqual([
      ["honeypot", 2, 0],
      ["none", 1, 0],
      ["too-fast", 1, 0],
    ]);
    expect(await keys("hour")).toEqual([
      ["2026-11-23T12:00Z", 2, 0],
      ["2026-11-23T13:00Z", 1, 0],
    ]);
    expect((await listHeld(ctx, where, "network"))[0]).toMatchObject({
      firstSignedAt: new Date("2026-11-23T12:00:00Z"),
      lastSignedAt: new Date("2026-11-23T12:00:00Z"),
    });
  }),
);

test(
  "what is released is counted, and who released it is written down",
  withContext(async (ctx) => {
    const { petition, where } = await heldOnes(ctx);
    await insertConfirmed(ctx, petition.petition, 1_001);
    await ctx.db.update(signatures).set({ heldAt: ctx.now(), networkHash: "n1" });
    await rollUp(ctx);
    expect((await ctx.db.select().from(petitionTotals))[0]?.count ?? 0).toBe(0);
    const order = { criteria: { networkHash: "n1" }, reason: "A congress of librarians", by: "Ada" };
    expect(await releaseHeld(ctx, where, order), "In more than one batch.").toBe(1_005);
    await rollUp(ctx);
    expect((await ctx.db.select().from(petitionTotals))[0]?.count).toBe(1_001);
    expect(await ctx.db.select().from(auditLog)).toMatchObject([
      {
        actor: "Ada",
        action: "held.release",
        campaignId: where.campaignId,
        facts: { matched: 1_005, reason: order.reason, networkHash: "n1" },
      },
    ]);
    expect((await listSignatures(ctx)).every(({ releasedAt }) => releasedAt !== null)).toBe(true);
  }),
);

test(
  "only what meets the criteria is released",
  withContext(async (ctx) => {
    const { where } = await heldOnes(ctx);
    const release = (criteria: Parameters<typeof releaseHeld>[2]["criteria"]) =>
      releaseHeld(ctx, where, { criteria, reason: "A test", by: "Ada" });
    expect(await release({ signal: "too-fast" })).toBe(1);
    expect((await listSignatures(ctx)).map(({ heldAt }) => heldAt !== null)).toEqual([true, false, true, false]);
    expect(await release({ heldOnly: true })).toBe(2);
    await expect(release({})).rejects.toThrow();
  }),
);
