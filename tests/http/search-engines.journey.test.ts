import { describe, expect, test } from "vitest";
import { z } from "zod";
import { locales } from "~/i18n/locales";
import { startProduct, theServer } from "../support/journey";

startProduct();

const get = (path: string) => theServer().fetch(path);
const flagship = "/campaigns/privacy-for-all";

const pages = [
  "",
  "/campaigns",
  flagship,
  `${flagship}/take-action`,
  "/principles",
  "/principles/data-rights",
  "/updates",
  "/updates/sample-three-changes-2024",
  "/privacy",
];
/** What the tests' content has in English only. */
const inEnglish = ["/updates/sample-three-changes-2024"];
/** A partner's campaign in Swahili and in English. */
const loans = "/campaigns/mikopo-bila-kupekua";
const everyLanguage = [...locales, "x-default"];

describe.each([
  ...pages.map((below) => ({ below, tags: inEnglish.includes(below) ? ["en", "x-default"] : everyLanguage })),
  ...["lawmakers", "where"].map((page) => ({
    below: `${flagship}/${page}`,
    tags: everyLanguage,
  })),
  ...["", "/take-action", "/lawmakers", "/where"].map((page) => ({
    below: `${loans}${page}`,
    tags: ["en", "sw", "x-default"],
  })),
])("$below", ({ below, tags }) => {
  test("names its languages, each of which names it back", async () => {
    const first = await headOf(`/en${below}`);
    expect(first.languages.map(({ tag }) => tag).sort()).toEqual([...tags].sort());
    expect(first.languages.at(-1)?.tag).toBe("x-default");
    expect(first.canonical).toBe(`${first.origin}/en${below}`);
    for (const { tag, href } of first.languages.filter((one) => one.tag !== "x-default")) {
      expect(locales).toContain(tag);
      const other = await headOf(href.slice(first.origin.length));
      expect(other.languages).toEqual(first.languages);
      expect(other.canonical).toBe(href);
      expect(other.contentLanguage).toBe(tag);
    }
  });

  test.each(locales)("has in %s a title, a description and what is shown where it is shared", async (locale) => {
    const { html } = await headOf(`/${locale}${below}`);
    const said = Object.fromEntries(
      [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name = "", text]) => [
        name,
        text,
      ]),
    );
    for (const name of ["og:title", "og:description", "og:url", "og:type", "og:locale"]) {
      expect(said[name], name).toMatch(/./);
    }
    // Chinese says in eight signs what others say in twenty.
    expect([...(said.description ?? "")].length).toBeGreaterThan(locale === "zh-Hant" ? 8 : 20);
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toMatch(/.{5}/);
    for (const [, json = ""] of html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)) {
      expect(JSON.parse(json)).toMatchObject({ "@context": "https://schema.org", "@type": expect.any(String) });
    }
  });
});

test("a text that is not translated yet leads to where it is at home", async () => {
  const { canonical, languages, origin } = await headOf("/sw/updates/sample-three-changes-2024");
  expect(canonical).toBe(`${origin}/en/updates/sample-three-changes-2024`);
  expect(languages.map(({ tag }) => tag)).toEqual(["en", "x-default"]);
});

test.each(["", "/take-action", "/lawmakers", "/where"])(
  "a campaign that is not in the reader's language leads to where it is at home: %s",
  async (page) => {
    const { canonical, origin, contentLanguage } = await headOf(`/fr${loans}${page}`);
    expect(canonical).toBe(`${origin}/en${loans}${page}`);
    expect(contentLanguage).toBe("fr");
  },
);

test("letters to the offices of a place lead search engines to where everybody's way begins", async () => {
  const { canonical, origin } = await headOf(`/en${flagship}/lawmakers/write?zip=94110`);
  expect(canonical).toBe(`${origin}/en${flagship}/lawmakers`);
});

test("a filter makes no page of its own, and a page behind the last leads back to it", async () => {
  expect((await headOf("/en/updates?page=1&type=news")).canonical).toMatch(/\/en\/updates$/);
  const behind = await get("/en/updates?page=2&type=news");
  expect([behind.status, behind.headers.get("location")]).toEqual([302, "/en/updates?type=news"]);
});

test.each(["/en/search?q=x", `/en${flagship}/check-inbox`, "/en/no-such-page", "/en/confirm/no-such-token"])(
  "%s is in no index",
  async (path) => {
    const answer = await get(path);
    const html = await answer.text();
    expect(html).not.toContain('rel="canonical"');
    expect(answer.status === 404 || html.includes('<meta name="robots" content="noindex"')).toBe(true);
  },
);

test("the sitemap holds each public page in each of its languages, and each is there", async () => {
  const answer = await get("/sitemap.xml");
  expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  const xml = await answer.text();
  const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
  const { origin } = new URL(addresses[0] ?? "");
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const locale of locales) {
    for (const below of pages.filter((one) => !one.includes("updates/"))) {
      expect(addresses).toContain(`${origin}/${locale}${below}`);
    }
  }
  for (const address of addresses.filter((_, index) => index % 5 === 0)) {
    expect((await get(address.slice(origin.length))).status, address).toBe(200);
  }
});

test("robots.txt names the sitemap and closes what belongs to one person", async () => {
  const text = await (await get("/robots.txt")).text();
  expect(text).toMatch(/^User-agent: \*\nDisallow: \/dev\/\n/);
  expect(text).toContain("Disallow: /*/confirm/");
  expect(text).toMatch(/\nSitemap: http\S+\/sitemap\.xml\n$/);
});

test.each(locales)("the feed in %s is RSS with the language of each item", async (locale) => {
  const answer = await get(`/${locale}/updates.rss`);
  expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const xml = await answer.text();
  expect(xml).toContain(`<language>${locale}</language>`);
  expect(xml.match(/<item>/g)).toHaveLength(7);
  expect(xml.match(/<dc:language>\w/g)).toHaveLength(7);
});

async function headOf(path: string) {
  const answer = await get(path);
  const html = await answer.text();
  const canonical = z.string().parse(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]);
  const links = html.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g);
  return {
    html,
    canonical,
    origin: new URL(canonical).origin,
    contentLanguage: answer.headers.get("content-language"),
    languages: [...links].map(([, tag = "", href = ""]) => ({ tag, href })),
  };
}
