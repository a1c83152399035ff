import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createPageViews, viewedPage } from "~/domain/numbers/page-views.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { campaigns } from "~db/schema/campaigns";
import { contentSlugs } from "~db/schema/content-items";
import { dailyNumbers } from "~db/schema/numbers";
import { switches } from "~db/schema/switches";
import { type TestContext, withContext } from "../../support/database";

const page = viewedPage("en", "privacy-for-all");

function viewsOf(ctx: TestContext) {
  const board = createSwitchesSource(ctx);
  return { views: createPageViews(ctx, { switches: board }), board };
}

const told = async (ctx: TestContext) =>
  (
    await ctx.db
      .select({ slug: campaigns.slug, day: dailyNumbers.day, value: dailyNumbers.value, count: dailyNumbers.count })
      .from(dailyNumbers)
      .innerJoin(campaigns, eq(campaigns.id, dailyNumbers.campaignId))
      .where(eq(dailyNumbers.series, "view"))
      .orderBy(dailyNumbers.day, campaigns.slug)
  ).map(({ slug, day, value, count }) => [slug, day, value, count]);

test(
  "views are one number a day, from all servers and in all languages together",
  withContext(async (ctx) => {
    const one = viewsOf(ctx).views;
    const other = viewsOf(ctx).views;
    for (let reader = 0; reader < 30; reader++) one.note(page);
    one.note(viewedPage("ar", "privacy-for-all"));
    other.note(page);
    await one.flush();
    await other.flush();
    await other.flush();
    expect(await told(ctx)).toEqual([["privacy-for-all", "2026-11-23", "", 32]]);

    ctx.clock.advance(86_400_000);
    await one.flush();
    one.note(page);
    await one.flush();
    expect(await told(ctx)).toEqual([
      ["privacy-for-all", "2026-11-23", "", 32],
      ["privacy-for-all", "2026-11-24", "", 1],
    ]);
  }),
);

test(
  "a page at an address in its own language is the campaign's, and one that is nobody's counts nowhere",
  withContext(async (ctx) => {
    const [slug] = await ctx.db.select().from(contentSlugs).where(eq(contentSlugs.kind, "campaign")).limit(1);
    if (!slug) throw new Error("No campaign has an address.");
    await ctx.db.insert(contentSlugs).values({ ...slug, locale: "sw", slug: "faragha-kwa-wote", isCurrent: false });
    const { views } = viewsOf(ctx);
    views.note(viewedPage("sw", "faragha-kwa-wote"));
    views.note(viewedPage("en", "no-such-campaign"));
    views.note("");
    await views.flush();
    expect((await told(ctx)).map(([, , , count]) => count)).toEqual([1]);
  }),
);

test(
  "while the site is read only, views wait in memory, and those of a database that is away are not lost",
  withContext(async (ctx) => {
    const { views, board } = viewsOf(ctx);
    await ctx.db.insert(switches).values({ name: "read-only", scope: "all", since: ctx.now(), changedBy: "Grace" });
    await board.load();
    views.note(page);
    await views.flush();
    expect(await told(ctx)).toEqual([]);
    views.note(page);
    await ctx.db.delete(switches);
    await board.load();
    await views.flush();
    expect(await told(ctx)).toEqual([["privacy-for-all", "2026-11-23", "", 2]]);

    let isAway = true;
    const db = new Proxy(ctx.db, {
      get(target, name) {
        if (isAway) throw new Error("away");
        return Reflect.get(target, name, target);
      },
    });
    const shaky = createPageViews({ ...ctx, db }, { switches: board });
    shaky.note(page);
    await expect(shaky.flush()).rejects.toThrow("away");
    shaky.note(page);
    isAway = false;
    await shaky.flush();
    expect(await told(ctx)).toEqual([["privacy-for-all", "2026-11-23", "", 4]]);
  }),
);
