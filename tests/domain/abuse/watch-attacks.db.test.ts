import { expect, test } from "vitest";
import { watchAttacks } from "~/domain/abuse/watch-attacks.server";
import { findSwitch } from "~/domain/switches/find-switch.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { switches } from "~db/schema/switches";
import { type TestContext, withContext } from "../../support/database";
import { insertConfirmed } from "../counting/many-signatures";
import { openPetition } from "../signatures/signing";

const MINUTE_MS = 60_000;

async function hold(ctx: TestContext, number: number) {
  const { petition } = await openPetition(ctx);
  await ctx.db.delete(signatures);
  await insertConfirmed(ctx, petition, number);
  await ctx.db.update(signatures).set({ heldAt: ctx.now() });
}

const attacks = async (ctx: TestContext) => (await ctx.db.select().from(switches)).map(({ changedBy }) => changedBy);
const turn = async (ctx: TestContext, isOn: boolean) =>
  setSwitch(ctx, await findSwitch(ctx, { name: "under-attack", campaignSlug: "privacy-for-all" }), { isOn, by: "Ada" });

test(
  "more than two hundred held in ten minutes are an attack on that campaign, which ends after a calm hour",
  withContext(async (ctx) => {
    const { campaign } = await openPetition(ctx);
    await hold(ctx, 200);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual([]);

    await hold(ctx, 201);
    await watchAttacks(ctx);
    await watchAttacks(ctx);
    expect(await ctx.db.select().from(switches)).toMatchObject([
      { name: "under-attack", scope: campaign.id, changedBy: "automatic" },
    ]);
    ctx.clock.advance(59 * MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual(["automatic"]);
    ctx.clock.advance(MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual([]);
    expect(await ctx.db.select().from(auditLog).orderBy(auditLog.at)).toMatchObject([
      { actor: "automatic", action: "switch.on", campaignId: campaign.id },
      { actor: "automatic", action: "switch.off", campaignId: campaign.id },
    ]);
  }),
);

test(
  "two hundred and more held over a longer time are none",
  withContext(async (ctx) => {
    await hold(ctx, 201);
    ctx.clock.advance(10 * MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual([]);
  }),
);

test(
  "a new hold makes the hour begin again",
  withContext(async (ctx) => {
    await hold(ctx, 201);
    await watchAttacks(ctx);
    ctx.clock.advance(50 * MINUTE_MS);
    await hold(ctx, 1);
    ctx.clock.advance(30 * MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual(["automatic"]);
    ctx.clock.advance(30 * MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual([]);
  }),
);

test(
  "staff have the last word for an hour",
  withContext(async (ctx) => {
    await turn(ctx, true);
    ctx.clock.advance(3 * 60 * MINUTE_MS);
    await watchAttacks(ctx);
    expect(await attacks(ctx), "What they turned on stays on.").toEqual(["Ada"]);

    await turn(ctx, false);
    await hold(ctx, 500);
    await watchAttacks(ctx);
    expect(await attacks(ctx), "What they turned off stays off.").toEqual([]);
    ctx.clock.advance(61 * MINUTE_MS);
    await hold(ctx, 500);
    await watchAttacks(ctx);
    expect(await attacks(ctx)).toEqual(["automatic"]);
  }),
);
