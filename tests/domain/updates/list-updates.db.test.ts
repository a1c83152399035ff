import { expect, test } from "vitest";
import { listUpdateChoices } from "~/domain/updates/list-update-choices.server";
import { listUpdates, UPDATES_PER_PAGE } from "~/domain/updates/list-updates.server";
import type { UpdateFilters } from "~/domain/updates/update-filters";
import { updates, updateTranslations } from "~db/schema/updates";
import { type TestContext, withContext } from "../../support/database";

const all: UpdateFilters = { type: null, principle: null, region: null, page: 1 };

/** The only articles there are, from oldest to newest. */
async function writeOnly(
  ctx: TestContext,
  articles: (Partial<typeof updates.$inferInsert> & { slug: string; locale?: string })[],
): Promise<void> {
  await ctx.db.delete(updateTranslations);
  await ctx.db.delete(updates);
  for (const [index, { locale = "en", ...article }] of articles.entries()) {
    await ctx.db.insert(updates).values({
      type: "news",
      isSample: false,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + index)),
      countries: [],
      principles: [],
      ...article,
    });
    const text = { slug: article.slug, title: article.slug, dek: article.slug, body: article.slug };
    await ctx.db.insert(updateTranslations).values({ ...text, locale, status: "source" });
  }
}

async function found(ctx: TestContext, filters: Partial<UpdateFilters>): Promise<string[]> {
  return (await listUpdates(ctx, "en", { ...all, ...filters })).updates.map(({ slug }) => slug);
}

test(
  "a kind and a principle each narrow the list, and both together",
  withContext(async (ctx) => {
    await writeOnly(ctx, [
      { slug: "guide-on-rights", type: "guide", principles: ["data-rights", "civil-rights"] },
      { slug: "news-on-rights", type: "news", principles: ["data-rights"] },
      { slug: "guide-on-sharing", type: "guide", principles: ["limits-on-third-party-sharing"] },
    ]);
    expect(await found(ctx, { type: "guide" })).toEqual(["guide-on-sharing", "guide-on-rights"]);
    expect(await found(ctx, { principle: "data-rights" })).toEqual(["news-on-rights", "guide-on-rights"]);
    expect(await found(ctx, { type: "guide", principle: "data-rights" })).toEqual(["guide-on-rights"]);
    expect(await found(ctx, { type: "event" })).toEqual([]);
    expect(await found(ctx, { principle: "no-such-principle" })).toEqual([]);
  }),
);

test.each([
  ["KE", ["eastern-africa", "kenya", "africa"]],
  ["NG", ["africa"]],
  ["014", ["eastern-africa", "kenya", "africa"]],
  ["202", ["eastern-africa", "kenya", "africa"]],
  ["002", ["egypt", "eastern-africa", "kenya", "africa"]],
  ["015", ["egypt", "africa"]],
  ["BR", ["americas"]],
  ["150", []],
  ["AQ", []],
  ["001", ["world"]],
  ["999", []],
])("to %s belongs what is about it, within it or around it", (region, slugs) =>
  withContext(async (ctx) => {
    await writeOnly(ctx, [
      { slug: "world", regions: ["001"] },
      { slug: "africa", regions: ["002"] },
      { slug: "americas", regions: ["019"] },
      { slug: "kenya", countries: ["KE"] },
      { slug: "eastern-africa", regions: ["014"] },
      { slug: "egypt", countries: ["EG"] },
    ]);
    expect(await found(ctx, { region })).toEqual(slugs);
  })(),
);

test(
  "a long list comes in pages, newest first, and behind the last there is nothing",
  withContext(async (ctx) => {
    const slugs = Array.from({ length: UPDATES_PER_PAGE + 2 }, (_, index) => `article-${index}`);
    await writeOnly(
      ctx,
      slugs.map((slug) => ({ slug })),
    );
    const newestFirst = slugs.toReversed();
    const total = slugs.length;
    expect(await listUpdates(ctx, "en", { ...all, page: 1 })).toMatchObject({ total });
    expect(await found(ctx, { page: 1 })).toEqual(newestFirst.slice(0, UPDATES_PER_PAGE));
    expect(await found(ctx, { page: 2 })).toEqual(newestFirst.slice(UPDATES_PER_PAGE));
    expect(await listUpdates(ctx, "en", { ...all, page: 3 })).toEqual({ updates: [], total });
  }),
);

test(
  "what is dated ahead is in no list and makes no choice, until its day",
  withContext(async (ctx) => {
    const ahead = { slug: "ahead", type: "event" as const, regions: ["001"], publishedAt: new Date("2026-12-01") };
    await writeOnly(ctx, [{ slug: "now" }, ahead]);
    expect(await found(ctx, {})).toEqual(["now"]);
    expect(await listUpdateChoices(ctx, "en")).toMatchObject({ types: ["news"], hasWorldwide: false });

    ctx.clock.set("2026-12-01T00:00:00Z");
    expect(await found(ctx, {})).toEqual(["ahead", "now"]);
    expect(await listUpdateChoices(ctx, "en")).toMatchObject({ types: ["news", "event"], hasWorldwide: true });
  }),
);

test(
  "what a reader is offered to choose leads to an article",
  withContext(async (ctx) => {
    for (const locale of ["en", "ar"]) {
      const { types, principles, regions, hasWorldwide } = await listUpdateChoices(ctx, locale);
      expect(regions.map(({ code }) => code)).toEqual(expect.arrayContaining(["002", "014", "KE", "US"]));
      const filters: Partial<UpdateFilters>[] = [
        ...types.map((type) => ({ type })),
        ...principles.map(({ slug }) => ({ principle: slug })),
        ...regions.map(({ code }) => ({ region: code })),
        ...(hasWorldwide ? [{ region: "001" }] : []),
      ];
      for (const filter of filters) {
        expect((await listUpdates(ctx, locale, { ...all, ...filter })).total, JSON.stringify(filter)).toBeGreaterThan(
          0,
        );
      }
    }
  }),
);

test(
  "an article in a language that a reader is not offered is not counted for them",
  withContext(async (ctx) => {
    await writeOnly(ctx, [
      { slug: "in-spanish", locale: "es", type: "guide" },
      { slug: "in-english", locale: "en" },
    ]);
    expect(await listUpdates(ctx, "sw", all)).toMatchObject({ total: 1, updates: [{ slug: "in-english" }] });
    expect(await listUpdates(ctx, "es", all)).toMatchObject({ total: 2 });
    expect((await listUpdateChoices(ctx, "sw")).types).toEqual(["news"]);
  }),
);
