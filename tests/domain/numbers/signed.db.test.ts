import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { foldSigned } from "~/domain/counting/fold-signed.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { dailyNumbers, hourlyNumbers, signedBacklog } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { recounted } from "../counting/numbers";
import { inCalifornia, listSignatures, mailedLink, openPetition, waysToSign } from "../signatures/signing";

const DAY_MS = 86_400_000;

const days = async (ctx: TestContext, series: (typeof dailyNumbers.$inferSelect)["series"]) =>
  (await ctx.db.select().from(dailyNumbers).where(eq(dailyNumbers.series, series)).orderBy(dailyNumbers.day))
    .filter(({ count }) => count !== 0)
    .map(({ day, value, count }) => [day, value, count]);

test.each(waysToSign)("a form is counted once, in its hour, with the tag of its link (%s)", (_name, makeSign) =>
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx, "en", makeSign);
    await sign({ source: "newsletter" });
    await sign({ source: "newsletter" });
    await sign({ name: "Grace Hopper", source: "poster" });
    ctx.clock.advance(3_600_000);
    await sign({ email: "grace@example.org" });
    expect((await listSignatures(ctx)).map(({ source }) => source)).toEqual(["newsletter", "poster", null]);

    await rollUp(ctx);
    expect(await ctx.db.select().from(signedBacklog)).toEqual([]);
    const hours = await ctx.db.select().from(hourlyNumbers).orderBy(hourlyNumbers.hour);
    expect(hours).toMatchObject([
      { series: "signed", hour: new Date("2026-11-23T12:00:00Z"), count: 2 },
      { series: "signed", hour: new Date("2026-11-23T13:00:00Z"), count: 1 },
    ]);
    expect(await days(ctx, "signed")).toEqual([["2026-11-23", "", 3]]);
    expect(await foldSigned(ctx, 10), "Nothing is left.").toBe(0);
  })(),
);

test(
  "the tag of the first form stays, whichever form is confirmed",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ source: "newsletter" });
    await sign({ source: "poster", country: "MX" });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await rollUp(ctx);
    expect(await days(ctx, "source")).toEqual([["2026-11-23", "newsletter", 1]]);
    expect(await days(ctx, "country")).toEqual([["2026-11-23", "MX", 1]]);
  }),
);

test(
  "forms stay counted when signatures are deleted because nobody confirmed them",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    for (const number of [1, 2, 3]) await sign({ email: `signer${number}@example.org` });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await rollUp(ctx);
    ctx.clock.advance(15 * DAY_MS);
    await forgetWhatIsOver(ctx);
    await rollUp(ctx);
    expect(await listSignatures(ctx)).toHaveLength(1);
    expect(await days(ctx, "signed")).toEqual([["2026-11-23", "", 3]]);
    expect(await days(ctx, "signed_confirmed")).toEqual([["2026-11-23", "", 1]]);
    expect(await recounted(ctx, petition.id)).toMatchObject({ rows: 1, numbers: 0 });
  }),
);

test(
  "who confirms later is counted on the day of confirming, and as one of those who signed then",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(2 * DAY_MS);
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await rollUp(ctx);
    expect(await days(ctx, "confirmed")).toEqual([["2026-11-25", "", 1]]);
    expect(await days(ctx, "locale")).toEqual([["2026-11-25", "en", 1]]);
    expect(await days(ctx, "signed_confirmed")).toEqual([["2026-11-23", "", 1]]);

    ctx.clock.advance(DAY_MS);
    await ctx.db.update(signatures).set({ state: "withdrawn", withdrawnAt: ctx.now() });
    await rollUp(ctx);
    expect(await days(ctx, "confirmed"), "taken back where it was counted").toEqual([]);
    expect(await days(ctx, "signed_confirmed")).toEqual([]);
    expect(await days(ctx, "signed")).toEqual([["2026-11-23", "", 1]]);
  }),
);

test(
  "signatures that were counted before there were numbers by day are taken in, and change no total",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign({ country: "KE" });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await rollUp(ctx);
    // As an earlier version left them.
    await ctx.db.update(signatures).set({ countedLocale: null });
    await ctx.db.delete(dailyNumbers).where(eq(dailyNumbers.campaignId, petition.campaignId));
    await ctx.db.delete(hourlyNumbers).where(eq(hourlyNumbers.campaignId, petition.campaignId));
    expect(await recounted(ctx, petition.id)).toEqual({ rows: 1, total: 1, regions: 1, misplaced: 0, numbers: 0 });

    expect(await rollUp(ctx)).toBe(1);
    expect(await days(ctx, "country")).toEqual([["2026-11-23", "KE", 1]]);
    expect(await recounted(ctx, petition.id)).toEqual({ rows: 1, total: 1, regions: 1, misplaced: 0, numbers: 0 });
    expect(await rollUp(ctx)).toBe(0);
  }),
);
