import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { pseudoLocales } from "~/i18n/locales";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";

const paths = [
  "",
  "/campaigns",
  `/campaigns/${flagship}`,
  `/campaigns/${flagship}/check-inbox`,
  `/campaigns/${flagship}/take-action?country=US`,
  `/campaigns/${flagship}/take-action?country=KE`,
  `/campaigns/${flagship}/lawmakers`,
  `/campaigns/${flagship}/lawmakers?zip=94110`,
  `/campaigns/${flagship}/lawmakers?zip=42223`,
  `/campaigns/${flagship}/lawmakers?abroad=1`,
  `/campaigns/${flagship}/lawmakers/call?zip=94110`,
  `/campaigns/${flagship}/lawmakers/report?zip=94110&office=P000197`,
  `/campaigns/${flagship}/lawmakers/write?zip=94110`,
  `/campaigns/${flagship}/where`,
  "/principles",
  "/search?q=privacy",
  "/updates",
  "/privacy",
  "/confirm/no-such-token",
  "/no-such-page",
];

/** The same in every language, or not ours to translate. */
const names = ["Privacy for All", "RSS"];

// A site with a database of its own never shows them, whatever the settings say.
const isOffered = inject("engine") === "pglite";

startProduct({ PSEUDO_LOCALES: "1" });

describe.each(isOffered ? pseudoLocales : [])("%s", (locale) => {
  journey(
    "Every word of a page comes from the translations, and long words find room",
    { javaScript: true },
    async ({ page, open }) => {
      const faults: string[] = [];
      for (const path of paths) {
        await open(`/${locale}${path}`);
        await page.locator("details").evaluateAll((all) => {
          for (const each of all) each.setAttribute("open", "");
        });
        for (const text of await hardCodedTexts(page)) faults.push(`${path} says “${text}”`);
        for (const width of [320, 360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          if (await isTooWide(page)) faults.push(`${path} is wider than ${width} px`);
        }
        const html = page.locator("html");
        expect(await html.getAttribute("lang")).toBe(locale);
        expect(await html.getAttribute("dir")).toBe(locale === "ar-XB" ? "rtl" : "ltr");
      }
      expect(faults).toEqual([]);
    },
  );
});

test.each(pseudoLocales)("no reader is offered %s", async (locale) => {
  for (const path of ["/en", "/sitemap.xml", `/en/campaigns/${flagship}`]) {
    expect(await (await theServer().fetch(path)).text()).not.toContain(locale);
  }
});

test.each(isOffered ? [] : pseudoLocales)("a site that is meant for readers has no %s", async (locale) => {
  for (const path of [`/${locale}`, `/${locale}/campaigns/${flagship}`, `/${locale.replace("-", "%2D")}/privacy`]) {
    const answer = await theServer().fetch(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Language")).toBe("en");
  }
});

/** Texts and attributes in the body that people read, in the page's own language, without a sign that a program has changed them. */
async function hardCodedTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const { lang } = document.documentElement;
    const isOurs = (element: Element | null) =>
      element !== null &&
      element.closest("[lang]")?.getAttribute("lang") === lang &&
      // What `Intl` or the reader says: names of countries, dates, a name between other words.
      element.closest("script, style, bdi, time, option, [translate=no]") === null;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (isOurs(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["alt", "aria-label", "placeholder", "title"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (isOurs(element)) found.push(element.getAttribute(name) ?? "");
      }
    }
    return found;
  });
  return [...new Set(texts.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ""), text).trim()))].filter(
    (text) => /[A-Za-z]/.test(text) && !/[\u202eÀ-ſƀ-ɏḀ-ỿ]/.test(text),
  );
}
