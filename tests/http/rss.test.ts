import { expect, test } from "vitest";
import { rssXml } from "~/http/rss";

const update = {
  key: "law-of-ten-years",
  slug: "قانون-العشر",
  title: "Ten years & more",
  dek: "What it did",
  publishedAt: new Date("2026-11-23T12:00:00Z"),
  locale: "ar",
};
const feed = { origin: "https://privacy.example", locale: "ar", title: "News", description: "All of it" };

test("an article keeps its name in feed readers when its address changes", () => {
  const before = rssXml({ ...feed, updates: [{ ...update, slug: "قانون" }] });
  const after = rssXml({ ...feed, updates: [update] });
  for (const xml of [before, after]) expect(xml).toContain('<guid isPermaLink="false">law-of-ten-years</guid>');
  expect(after).toContain(`<link>${feed.origin}/ar/updates/${encodeURIComponent(update.slug)}</link>`);
});
