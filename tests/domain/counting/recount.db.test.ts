import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { differs } from "~/domain/counting/compare-counts.server";
import { countOverdue } from "~/domain/counting/count-overdue.server";
import { recount, recountWhenDue } from "~/domain/counting/recount.server";
import { repairTotals } from "~/domain/counting/repair-totals.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { auditLog } from "~db/schema/audit";
import { strikes } from "~db/schema/moderation";
import { signatures } from "~db/schema/signatures";
import { petitionTotals, recounts, regionBacklog } from "~db/schema/totals";
import { type TestContext, withContext } from "../../support/database";
import { openPetition } from "../signatures/signing";
import { insertConfirmed } from "./many-signatures";
import { pauseRegions, recounted, toldNumbers, trueNumbers } from "./numbers";

const MINUTE_MS = 60_000;

async function countedPetition(ctx: TestContext, rows: number) {
  const { petition } = await openPetition(ctx);
  await insertConfirmed(ctx, petition, rows);
  await rollUp(ctx);
  return petition;
}

/** What may go wrong with the totals, each in its own way. */
const mistakes = {
  "a total that is one too many": sql`update petition_totals set count = count + 1`,
  "a total that is lost": sql`delete from petition_totals`,
  "a region that is lost": sql`delete from region_totals where country = 'US' and us_state = 'CA'`,
  "somebody counted in another country": sql`
    update region_totals set count = count + case when us_state = 'CA' then 1 else -1 end
    where us_district = 0 and us_state in ('CA', 'TX')`,
  "a stamp without a count": sql`
    update signatures set counted_at = null, counted_country = null, counted_us_state = null,
      counted_us_district = null where id = (select id from signatures where us_state is not null limit 1)`,
  "a backlog that was folded in twice": sql`
    insert into region_backlog (campaign_id, petition_id, country, us_state, us_district, delta)
    select campaign_id, petition_id, country, us_state, us_district, 1 from region_totals limit 1`,
  "a day that is lost": sql`delete from daily_numbers where series = 'confirmed'`,
  "somebody counted on another day": sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select campaign_id, 'signed_confirmed', day - 30, '', 1 from daily_numbers where series = 'signed_confirmed'
    union all select campaign_id, 'country', day, 'XX', 1 from daily_numbers where series = 'confirmed'`,
  "an hour that has one too many": sql`update hourly_numbers set count = count + 1 where series = 'confirmed'`,
  "a yes that nobody said": sql`
    insert into partner_yes_totals (campaign_id, partner_id, count)
    select campaign_id, gen_random_uuid(), 1 from petition_totals`,
  "a signature shared with a partner whom it said no word of": sql`
    update signatures set shared_with = array[gen_random_uuid()], counted_shared_with = array[gen_random_uuid()]
    where id = (select id from signatures limit 1)`,
  "contacts that are in no total": sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select campaign_id, 'contact', day, 'phone', 1 from daily_numbers where series = 'confirmed'`,
  "forms that were sent at no hour": sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select campaign_id, 'signed', day, '', 1 from daily_numbers where series = 'confirmed'`,
  "fewer forms than signatures": sql`
    insert into hourly_numbers (campaign_id, series, hour, count)
    select campaign_id, 'signed', hour - interval '1 hour', 0 from hourly_numbers where series = 'confirmed'`,
};

describe("A recount", () => {
  test(
    "finds nothing where the counting went right, also while the regions are paused",
    withContext(async (ctx) => {
      const petition = await countedPetition(ctx, 200);
      await pauseRegions(ctx, true);
      await insertConfirmed(ctx, petition, 100);
      await rollUp(ctx);
      expect(await ctx.db.select().from(regionBacklog)).not.toEqual([]);
      expect(await recounted(ctx, petition.id)).toEqual({
        rows: 300,
        total: 300,
        regions: 300,
        misplaced: 0,
        numbers: 0,
      });
    }),
  );

  test.each(Object.entries(mistakes))("finds %s, and a repair makes it right", (_, mistake) =>
    withContext(async (ctx) => {
      const petition = await countedPetition(ctx, 240);
      await ctx.db.execute(mistake);
      const wrong = await recounted(ctx, petition.id);
      const { rows, total, regions } = wrong;
      expect(differs(wrong)).toBe(true);

      const repaired = await repairTotals(ctx, { by: "Grace" });
      expect(repaired).toEqual([{ campaignId: petition.campaignId, petitionId: petition.id, ...wrong }]);
      expect(await recounted(ctx, petition.id)).toEqual({ rows, total: rows, regions: rows, misplaced: 0, numbers: 0 });
      await rollUp(ctx);
      expect(await toldNumbers(ctx, petition.id)).toEqual(await trueNumbers(ctx, petition.id));
      expect(await ctx.db.select().from(auditLog)).toMatchObject([
        { actor: "Grace", action: "totals.repair", campaignId: petition.campaignId, facts: { rows, total, regions } },
      ]);
    })(),
  );

  test(
    "a repair leaves alone what is right",
    withContext(async (ctx) => {
      await countedPetition(ctx, 50);
      const before = await ctx.db.select().from(petitionTotals);
      ctx.clock.advance(MINUTE_MS);
      expect(await repairTotals(ctx, { by: "Grace" })).toEqual([]);
      expect(await ctx.db.select().from(petitionTotals)).toEqual(before);
      expect(await ctx.db.select().from(auditLog)).toEqual([]);
    }),
  );

  test(
    "is written down for each petition, and forgotten after ninety days",
    withContext(async (ctx) => {
      const petition = await countedPetition(ctx, 20);
      await recount(ctx);
      const ofPetition = () => ctx.db.select().from(recounts).where(eq(recounts.petitionId, petition.id));
      expect(await ofPetition()).toMatchObject([{ rows: 20, total: 20, regions: 20, at: ctx.now() }]);
      ctx.clock.advance(89 * 86_400_000);
      await recount(ctx);
      expect(await ofPetition()).toHaveLength(2);
      ctx.clock.advance(2 * 86_400_000);
      await recount(ctx);
      expect(await ofPetition()).toHaveLength(2);
    }),
  );

  test(
    "is made once a night, at half past two",
    withContext(async (ctx) => {
      await countedPetition(ctx, 5);
      expect(await recountWhenDue(ctx), "the first, at once").not.toBeNull();
      expect(await recountWhenDue(ctx)).toBeNull();
      ctx.clock.set("2026-11-24T02:29:00Z");
      expect(await recountWhenDue(ctx)).toBeNull();
      ctx.clock.set("2026-11-24T02:30:00Z");
      expect(await recountWhenDue(ctx)).not.toBeNull();
      expect(await recountWhenDue(ctx)).toBeNull();
    }),
  );
});

describe("Signatures that wait too long to be counted", () => {
  test(
    "are told after ten minutes, whether to be added or to be let go",
    withContext(async (ctx) => {
      const petition = await countedPetition(ctx, 3);
      ctx.clock.advance(60 * MINUTE_MS);
      expect(await countOverdue(ctx)).toBe(0);
      await insertConfirmed(ctx, petition, 2);
      await ctx.db
        .update(signatures)
        .set({ state: "withdrawn", withdrawnAt: ctx.now() })
        .where(sql`id = (select id from signatures where counted_at is not null limit 1)`);
      ctx.clock.advance(10 * MINUTE_MS);
      expect(await countOverdue(ctx)).toBe(0);
      ctx.clock.advance(1_000);
      expect(await countOverdue(ctx)).toBe(3);
      await rollUp(ctx);
      expect(await countOverdue(ctx)).toBe(0);
    }),
  );

  test(
    "are not told of while staff strike or give back, nor right after a release",
    withContext(async (ctx) => {
      const petition = await countedPetition(ctx, 4);
      await ctx.db.update(signatures).set({ state: "struck" });
      await rollUp(ctx);
      ctx.clock.advance(60 * MINUTE_MS);
      const strike = { id: ctx.newId(), campaignId: petition.campaignId, petitionId: petition.id };
      await ctx.db.insert(strikes).values({
        ...strike,
        ...{
          criteria: {},
          reason: "a mistake",
          state: "undoing",
          matched: 4,
          orderedBy: "Grace",
          orderedAt: ctx.now(),
        },
      });
      await ctx.db.update(signatures).set({ state: "confirmed" });
      expect(await countOverdue(ctx)).toBe(0);
      await ctx.db.update(strikes).set({ state: "undone", finishedAt: ctx.now() });
      ctx.clock.advance(9 * MINUTE_MS);
      expect(await countOverdue(ctx)).toBe(0);
      await ctx.db
        .update(signatures)
        .set({ releasedAt: ctx.now() })
        .where(sql`id = (select id from signatures limit 1)`);
      ctx.clock.advance(2 * MINUTE_MS);
      expect(await countOverdue(ctx)).toBe(3);
    }),
  );
});
