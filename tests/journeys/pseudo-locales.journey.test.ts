import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { pseudoLocales } from "~/i18n/locales";
import { flagship, publicPaths } from "../pages/public-paths";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";

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
      for (const path of publicPaths) {
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
  for (const path of ["/en", "/sitemap.xml", `/en${flagship}`]) {
    expect(await (await theServer().fetch(path)).text()).not.toContain(locale);
  }
});

test.each(isOffered ? [] : pseudoLocales)("a site that is meant for readers has no %s", async (locale) => {
  for (const path of [`/${locale}`, `/${locale}${flagship}`, `/${locale.replace("-", "%2D")}/privacy`]) {
    const answer = await theServer().fetch(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Language")).toBe("en");
  }
});

/** What the head and the body of a page say in its own language, without a sign that a program has changed it. */
async function hardCodedTexts(page: Page): Promise<string[]> {
  const { body, head } = await page.evaluate(() => {
    const { lang } = document.documentElement;
    const isOurs = (element: Element | null) =>
      element !== null &&
      element.closest("[lang]")?.getAttribute("lang") === lang &&
      // What `Intl` or the reader says: names of countries, dates, a name between other words.
      element.closest("script, style, bdi, time, option, [translate=no]") === null;
    const body: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (isOurs(walker.currentNode.parentElement)) body.push(walker.currentNode.textContent ?? "");
    }
    const buttons = "input[type=submit], input[type=button], input[type=reset]";
    const readAt = {
      alt: "[alt]",
      "aria-label": "[aria-label]",
      placeholder: "[placeholder]",
      title: "[title]",
      value: buttons,
    };
    for (const [name, selector] of Object.entries(readAt)) {
      for (const element of document.querySelectorAll(selector)) {
        if (isOurs(element)) body.push(element.getAttribute(name) ?? "");
      }
    }
    const description = document.querySelector("meta[name=description]")?.getAttribute("content") ?? "";
    return { body, head: [...document.title.split(" · "), description] };
  });
  // A head cannot say in which language the campaign's own texts are.
  const texts = [...body, ...head.filter((text) => !isContent(text))];
  return [...new Set(texts.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ""), text).trim()))].filter(
    (text) => /[A-Za-z]/.test(text) && !dateOfIntl.test(text) && !/[\u202eÀ-ſƀ-ɏḀ-ỿ]/.test(text),
  );
}

/** "July 15, 2024" or "November 2019", where it stands in no `<time>`. */
const dateOfIntl = /^[A-Z][a-z]+ (\d{1,2}, )?\d{4}$/;

const contentFolder = fileURLToPath(new URL("../../db/seed/content", import.meta.url));
const content = readdirSync(contentFolder)
  .filter((file) => file.endsWith(".en.json"))
  .map((file) => readFileSync(`${contentFolder}/${file}`, "utf8"));

function isContent(text: string): boolean {
  const written = JSON.stringify(text);
  return content.some((file) => [written, `"[Sample] ${written.slice(1)}`].some((one) => file.includes(one)));
}
