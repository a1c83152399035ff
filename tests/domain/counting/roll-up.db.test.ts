import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { signatures } from "~db/schema/signatures";
import { petitionTotals, regionTotals } from "~db/schema/totals";
import { type TestContext, withContext } from "../../support/database";
import { inCalifornia, mailedLink, openPetition } from "../signatures/signing";

const totals = (ctx: TestContext) => ctx.db.select().from(petitionTotals);
const places = async (ctx: TestContext) =>
  (await ctx.db.select().from(regionTotals).orderBy(regionTotals.country))
    .filter(({ count }) => count !== 0)
    .map(({ country, usState, usDistrict, count }) => [country, usState, usDistrict, count]);

test(
  "a signature counts once it is confirmed, at its place, and stops when it is withdrawn",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign({ country: "US", postalCode: "94110" });
    expect(await rollUp(ctx)).toBe(0);
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    expect(await rollUp(ctx)).toBe(1);
    expect(await rollUp(ctx)).toBe(0);
    expect(await totals(ctx)).toMatchObject([{ petitionId: petition.id, count: 1 }]);
    expect(await places(ctx)).toEqual([["US", "CA", 11, 1]]);

    await ctx.db.update(signatures).set({ country: "KE", usState: null, usDistrict: null });
    expect(await rollUp(ctx)).toBe(1);
    expect(await places(ctx)).toEqual([["KE", "", -1, 1]]);

    await ctx.db.update(signatures).set({ state: "withdrawn" }).where(eq(signatures.state, "confirmed"));
    expect(await rollUp(ctx)).toBe(1);
    expect(await totals(ctx)).toMatchObject([{ count: 0 }]);
    expect(await places(ctx)).toEqual([]);
    expect(await ctx.db.select().from(signatures)).toMatchObject([{ countedAt: null, countedCountry: null }]);
  }),
);
