import { expect, test } from "vitest";
import { actionForm, recordAction } from "~/domain/actions/record-action.server";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { supporterActions } from "~db/schema/supporter-actions";
import { withContext } from "../../support/database";

const lawmaker = { bioguide: "P000197", state: "CA", district: 11 };

test(
  "the same press twice is one action, and another one is another",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const form = { kind: "called" as const, bioguide: lawmaker.bioguide, requestKey: ctx.newId() };
    await recordAction(ctx, id, lawmaker, form, "en");
    await recordAction(ctx, id, lawmaker, form, "en");
    expect(await ctx.db.select().from(supporterActions)).toMatchObject([
      { kind: "called", bioguide: "P000197", usState: "CA", usDistrict: 11, locale: "en", at: ctx.now() },
    ]);
    await recordAction(ctx, id, lawmaker, { ...form, kind: "wrote" }, "en");
    await recordAction(ctx, id, lawmaker, { ...form, requestKey: ctx.newId() }, "en");
    expect(await ctx.db.select().from(supporterActions)).toHaveLength(3);
  }),
);

test(
  "what was done for a senator lies in no district",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const senator = { bioguide: "P000145", state: "CA", district: null };
    await recordAction(ctx, id, senator, { kind: "wrote", bioguide: "P000145", requestKey: ctx.newId() }, "en");
    expect(await ctx.db.select().from(supporterActions)).toMatchObject([{ usState: "CA", usDistrict: null }]);
  }),
);

test.each([
  { kind: "voted" },
  { bioguide: "p000197" },
  { bioguide: "P000197 or 1=1" },
  { requestKey: "1" },
  { requestKey: undefined },
])("%j is not an action", (fields) => {
  const form = { kind: "called", bioguide: "P000197", requestKey: "018f0000-0000-7000-8000-000000000001" };
  expect(actionForm.safeParse(form).success).toBe(true);
  expect(actionForm.safeParse({ ...form, ...fields }).success).toBe(false);
});
