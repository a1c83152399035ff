import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createCountsSource, publicCount } from "~/domain/counting/counts-source.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { campaigns } from "~db/schema/campaigns";
import { signatures } from "~db/schema/signatures";
import { regionTotals } from "~db/schema/totals";
import { withContext } from "../../support/database";
import { openPetition } from "../signatures/signing";
import { insertConfirmed } from "./many-signatures";
import { pauseRegions } from "./numbers";

describe("The counts in memory", () => {
  test(
    "are those of the published campaigns, with their goals; nothing counted is zero",
    withContext(async (ctx) => {
      const { campaign, petition } = await openPetition(ctx);
      const source = createCountsSource(ctx);
      expect(source.current()).toBeNull();
      expect((await source.load()).bySlug.get(campaign.slug)).toEqual({ count: 0, goal: campaign.goal });
      await insertConfirmed(ctx, petition, 7);
      await rollUp(ctx);
      ctx.clock.advance(1_000);
      expect(await source.load()).toMatchObject({ asOf: ctx.now() });
      expect(source.current()?.bySlug.get(campaign.slug)?.count).toBe(7);
      expect((await publicCount(source, campaign.id)).count).toBe(7);

      await ctx.db.update(campaigns).set({ status: "draft" }).where(eq(campaigns.id, campaign.id));
      expect((await source.load()).bySlug.has(campaign.slug)).toBe(false);
    }),
  );
});

describe("The regions in memory", () => {
  test(
    "are those of counted signatures, and none is under ten",
    withContext(async (ctx) => {
      const { campaign, petition } = await openPetition(ctx);
      const { regions } = createCountsSource(ctx);
      expect((await regions.load()).bySlug.get(campaign.slug)?.countries).toEqual({});
      await insertConfirmed(ctx, petition, 400);
      await rollUp(ctx);
      const figures = (await regions.load()).bySlug.get(campaign.slug);
      expect(figures?.countries.US).toBe(100);
      expect(Math.min(...Object.values(figures?.countries ?? {}))).toBeGreaterThanOrEqual(10);
      expect(figures?.usDistricts, "Each has three or four.").toEqual({});
      expect(figures?.unlisted.usDistricts).toBe(100);
    }),
  );

  test(
    "stay as they were while paused, also for a process that has just started, and are whole right afterwards",
    withContext(async (ctx) => {
      const { campaign, petition } = await openPetition(ctx);
      const { regions } = createCountsSource(ctx);
      await insertConfirmed(ctx, petition, 400);
      await rollUp(ctx);
      await regions.load();
      const before = regions.current();

      ctx.clock.advance(60_000);
      const pausedAt = ctx.now();
      await pauseRegions(ctx, true);
      await ctx.db.update(signatures).set({ country: "KE", usState: null, usDistrict: null });
      await rollUp(ctx);
      ctx.clock.advance(60_000);
      expect(await regions.load()).toEqual({ ...before, isPaused: true });
      const started = await createCountsSource(ctx).regions.load();
      expect(started).toEqual({ ...before, isPaused: true, asOf: pausedAt });

      await pauseRegions(ctx, false);
      const after = await regions.load();
      expect(after).toMatchObject({ isPaused: false, asOf: ctx.now() });
      expect(after.bySlug.get(campaign.slug)?.countries, "before the backlog is folded in").toEqual({ KE: 400 });
      await rollUp(ctx);
      expect((await regions.load()).bySlug).toEqual(after.bySlug);
      expect(await ctx.db.select({ sum: sql`sum(${regionTotals.count})::integer` }).from(regionTotals)).toEqual([
        { sum: 400 },
      ]);
    }),
  );
});
