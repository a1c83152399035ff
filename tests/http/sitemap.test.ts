import { expect, test } from "vitest";
import type { PublicPage } from "~/domain/content/list-public-pages.server";
import { alternatesBelow, sitemapXml } from "~/http/sitemap";
import { locales } from "~/i18n/locales";

const origin = "https://privacy.example";

/** Published in Swahili, under an address of its own, and in English. */
const loans: PublicPage = {
  kind: "campaign",
  key: "loans",
  slugs: new Map([
    ["en", "loans"],
    ["sw", "mikopo"],
  ]),
  changedAt: null,
};
const arabicSlug = "الخصوصية-للجميع";

interface Entry {
  loc: string;
  languages: Record<string, string>;
  changed: string | undefined;
}

function entriesOf(pages: readonly PublicPage[]): Entry[] {
  return [...sitemapXml(origin, pages).matchAll(/<url>(.*?)<\/url>/g)].map(([, entry = ""]) => ({
    loc: /<loc>([^<]*)<\/loc>/.exec(entry)?.[1] ?? "",
    languages: Object.fromEntries(
      [...entry.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]*)" href="([^"]*)"\/>/g)].map(
        ([, tag = "", href = ""]) => [tag, href],
      ),
    ),
    changed: /<lastmod>([^<]*)<\/lastmod>/.exec(entry)?.[1],
  }));
}

test("a page of the product is there in every language, and each entry names them all", () => {
  const entries = entriesOf([]).filter(({ loc }) => loc.endsWith("/privacy"));
  expect(entries.map(({ loc }) => loc)).toEqual(locales.map((locale) => `${origin}/${locale}/privacy`));
  for (const { languages } of entries) {
    expect(languages).toEqual({
      ...Object.fromEntries(locales.map((locale) => [locale, `${origin}/${locale}/privacy`])),
      "x-default": `${origin}/en/privacy`,
    });
  }
});

test("who has none of the languages gets the start page that asks the browser", () => {
  const [start] = entriesOf([]);
  expect(start?.loc).toBe(`${origin}/en`);
  expect(start?.languages["x-default"]).toBe(`${origin}/`);
});

test("a campaign and the pages below it are there in the languages that it is published in", () => {
  const entries = entriesOf([loans]).filter(({ loc }) => /loans|mikopo/.test(loc));
  expect(entries.map(({ loc }) => loc.slice(origin.length))).toEqual([
    "/en/campaigns/loans",
    "/sw/campaigns/mikopo",
    ...["take-action", "lawmakers", "where"].flatMap((below) => [
      `/en/campaigns/loans/${below}`,
      `/sw/campaigns/loans/${below}`,
    ]),
  ]);
  for (const { languages } of entries) expect(Object.keys(languages)).toEqual(["en", "sw", "x-default"]);
  expect(entries[1]?.languages).toEqual({
    en: `${origin}/en/campaigns/loans`,
    sw: `${origin}/sw/campaigns/mikopo`,
    "x-default": `${origin}/en/campaigns/loans`,
  });
});

test("without English the first language stands for all others", () => {
  const page = { ...loans, slugs: new Map([["sw", "mikopo"]]) };
  const entry = entriesOf([page]).find(({ loc }) => loc.includes("mikopo"));
  expect(entry?.languages).toEqual({
    sw: `${origin}/sw/campaigns/mikopo`,
    "x-default": `${origin}/sw/campaigns/mikopo`,
  });
});

test("a language that the site does not have is not named", () => {
  const page = { ...loans, slugs: new Map([...loans.slugs, ["fi", "lainat"]]) };
  expect(sitemapXml(origin, [page])).toBe(sitemapXml(origin, [loans]));
});

test("letters of other scripts are written as an address has them, and signs as XML has them", () => {
  const page = { ...loans, kind: "update" as const, slugs: new Map([["ar", arabicSlug]]) };
  const entry = entriesOf([page]).at(-1);
  expect(entry?.loc).toBe(`${origin}/ar/updates/${encodeURIComponent(arabicSlug)}`);
  expect(entry?.languages.ar).toBe(entry?.loc);
  expect(sitemapXml("https://privacy.example", [{ ...page, slugs: new Map([["en", "a&b"]]) }])).toContain("a&amp;b");
});

test("what has changed says when", () => {
  const changedAt = new Date("2026-11-23T12:00:00Z");
  const changes = entriesOf([{ ...loans, kind: "update", changedAt }]).map(({ changed }) => changed);
  expect(changes.slice(-2)).toEqual([changedAt.toISOString(), changedAt.toISOString()]);
  expect(changes.slice(0, -2).filter(Boolean)).toEqual([]);
});

test("a page below a campaign has one address in each language, whatever addresses the campaign has", () => {
  const campaign = { slug: "loans", slugs: new Map([...loans.slugs, ["ar", arabicSlug]]) };
  expect(alternatesBelow(campaign, "/where")).toEqual([
    { locale: "en", path: "/en/campaigns/loans/where" },
    { locale: "sw", path: "/sw/campaigns/loans/where" },
    { locale: "ar", path: "/ar/campaigns/loans/where" },
  ]);
});
