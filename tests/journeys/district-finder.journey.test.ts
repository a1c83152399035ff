import type { Page, Request } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "../support/accessibility";
import { journey, startProduct } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

/** Cambridge, Massachusetts: its ZIP code 02139 lies in the 5th and the 7th district. */
const path = (locale: string) => `/${locale}/campaigns/${flagship}/lawmakers`;
const split = `${path("en")}?zip=02139`;
const t = wordsIn("en");
const district = (number: number) => t("lawmakers:district", { number: String(number) });

/** The Massachusetts Institute of Technology in the 7th, Harvard Yard in the 5th, Brookline in the 4th. */
const institute = { latitude: 42.3601, longitude: -71.0942, accuracy: 30 };
const harvard = { latitude: 42.3744, longitude: -71.1182, accuracy: 30 };
const brookline = { latitude: 42.3318, longitude: -71.1412, accuracy: 30 };
const newYork = { latitude: 40.7128, longitude: -74.006, accuracy: 30 };

startProduct();

async function standAt(page: Page, position: typeof institute) {
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation(position);
}

/** Everything that the page asks for from now on. */
function listRequests(page: Page): () => string[] {
  const asked: string[] = [];
  page.on("request", (request: Request) => asked.push(new URL(request.url()).pathname));
  return () => asked;
}

const locate = (page: Page) => page.getByRole("button", { name: t("district-finder:locate.button") }).click();
const answer = (page: Page) => page.locator("[data-finder=answer]");
/** Without the marks that keep a name's own direction of writing. */
const textOf = async (page: Page, part: string) =>
  (await page.locator(`[data-finder=${part}] > p, p[data-finder=${part}]`).first().innerText()).replaceAll(
    /[\u2068\u2069]/g,
    "",
  );

async function answered(page: Page, sentence: string) {
  await expect.poll(() => textOf(page, "answer").catch(() => "")).toBe(sentence);
}

const choicesIn = (page: Page) =>
  answer(page)
    .locator("a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));

describe("by the device's location", () => {
  journey("Grace is told her district and goes on herself", { javaScript: true }, async ({ page, open }) => {
    await standAt(page, institute);
    await open(split);
    expect(await page.locator("[data-finder=without]").isVisible()).toBe(false);
    await page.waitForLoadState("networkidle");
    const requests = listRequests(page);
    await locate(page);
    await answered(page, t("district-finder:answer.sure", { district: district(7), name: "Ayanna Pressley" }));

    expect(page.url(), "Nothing jumps by itself.").toContain("zip=02139");
    expect(requests().sort(), "Only the boundaries of the state are asked for, wherever she stands.").toEqual([
      expect.stringMatching(/^\/districts\/119\/MA-full-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^\/districts\/119\/MA-lite-[0-9a-f]{16}\.json$/),
    ]);
    expect(await choicesIn(page)).toEqual([`${path("en")}?zip=02139&district=MA-7`]);
    await answer(page).getByRole("link").click();
    await page.waitForURL("**/lawmakers?zip=02139&district=MA-7");
    expect(await page.locator("article h3").allTextContents()).toContain("Ayanna Pressley");
  });

  journey("An imprecise position leaves the choice to Harvey", { javaScript: true }, async ({ page, open }) => {
    await standAt(page, { ...harvard, accuracy: 3_000 });
    await open(split);
    await locate(page);
    await answered(page, t("district-finder:answer.imprecise", { distance: "1.9 miles" }));
    expect((await choicesIn(page)).sort()).toEqual([
      `${path("en")}?zip=02139&district=MA-5`,
      `${path("en")}?zip=02139&district=MA-7`,
    ]);
    expect(await page.locator("main :is(:checked, [aria-current], [aria-selected=true])").count()).toBe(0);
  });

  journey(
    "Bella, at work beyond her ZIP code, is reminded of her home",
    { javaScript: true },
    async ({ page, open }) => {
      await standAt(page, brookline);
      await open(split);
      await locate(page);
      await answered(page, t("district-finder:answer.outsideZip", { district: district(4), zip: "02139" }));
    },
  );

  journey("Ned, in another state, is told so", { javaScript: true }, async ({ page, open }) => {
    await standAt(page, newYork);
    await open(split);
    await locate(page);
    await answered(page, t("district-finder:answer.outside", { state: "Massachusetts" }));
    expect(await choicesIn(page)).toEqual([]);
  });

  journey("Rosa refuses, and the other ways stay", { javaScript: true }, async ({ page, open }) => {
    await page.context().clearPermissions();
    await open(split);
    await locate(page);
    await answered(page, t("district-finder:locate.denied"));
    expect(await page.getByRole("button", { name: t("district-finder:map.button") }).isVisible()).toBe(true);
    expect(await page.locator(".choices a.choice").count()).toBeGreaterThanOrEqual(2);
  });

  journey(
    "Boundaries that did not load are asked for again",
    { javaScript: true },
    async ({ page, open, takeFaults }) => {
      await standAt(page, institute);
      await page.route("**/districts/**", (route) => route.abort());
      await open(split);
      await locate(page);
      await answered(page, t("district-finder:failed"));
      expect((await takeFaults()).every((fault) => fault.includes("ERR_FAILED"))).toBe(true);
      await page.unroute("**/districts/**");
      await page.getByRole("button", { name: t("district-finder:retry") }).click();
      await answered(page, t("district-finder:answer.sure", { district: district(7), name: "Ayanna Pressley" }));
    },
  );
});

describe("on the map", () => {
  const openMap = async (page: Page, name = t("district-finder:map.button")) => {
    await page.getByRole("button", { name }).click();
    await page.locator("[data-finder=canvas] svg").waitFor();
    return page.locator("[data-finder=canvas]");
  };

  journey("Tom taps where he lives", { javaScript: true }, async ({ page, open }) => {
    await open(split);
    await page.waitForLoadState("networkidle");
    const requests = listRequests(page);
    const map = await openMap(page);
    const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
    await map.click({ position: { x: width * 0.2, y: height * 0.25 } });
    await answered(page, t("district-finder:answer.sure", { district: district(5), name: "Katherine M. Clark" }));
    expect(requests().every((asked) => asked.startsWith("/districts/119/MA-"))).toBe(true);
    expect(requests()).toHaveLength(2);

    await map.click({ position: { x: width * 0.53, y: height * 0.9 } });
    await answered(page, t("district-finder:answer.sure", { district: district(7), name: "Ayanna Pressley" }));
    await answer(page).getByRole("link").click();
    await page.waitForURL("**/lawmakers?zip=02139&district=MA-7");
  });

  journey(
    "Kim, without a mouse, moves the cross and hears where it is",
    { javaScript: true },
    async ({ page, open }) => {
      await open(split);
      await page.getByRole("button", { name: t("district-finder:map.button") }).focus();
      await page.keyboard.press("Enter");
      await page.locator("[data-finder=canvas]:focus svg").waitFor();
      for (let step = 0; step < 14; step++) await page.keyboard.press("ArrowLeft");
      for (let step = 0; step < 8; step++) await page.keyboard.press("ArrowUp");
      await expect
        .poll(() => textOf(page, "under-cross"))
        .toMatch(
          new RegExp(
            `^${t("district-finder:map.underCross", { district: district(5), place: ".+" })
              .replaceAll(".", "\\.")
              .replace("\\.+", ".+")}$`,
          ),
        );
      await page.keyboard.press("+");
      await page.keyboard.press("Enter");
      await answered(page, t("district-finder:answer.sure", { district: district(5), name: "Katherine M. Clark" }));
      for (let step = 0; step < 4; step++) await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(
        `${path("en")}?zip=02139&district=MA-5`,
      );
    },
  );

  for (const [locale, colorScheme, screen] of [
    ["ar", "dark", "phone"],
    ["en", "light", "desktop"],
  ] as const) {
    journey(
      `The map can be used by everybody, ${locale}`,
      { javaScript: true, colorScheme, screen },
      async ({ page, open }) => {
        await open(`${path(locale)}?zip=02139`);
        const map = await openMap(page, wordsIn(locale)("district-finder:map.button"));
        const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
        await map.click({ position: { x: width * 0.2, y: height * 0.25 } });
        await answer(page).getByRole("link").waitFor();
        await expectAccessible(page);
        expect(await isTooWide(page)).toBe(false);
      },
    );
  }
});

journey(
  "Without JavaScript the list is the way, and nothing dead is shown",
  { javaScript: false },
  async ({ page, open }) => {
    await open(split);
    expect(await page.locator("[data-finder=without]").isVisible()).toBe(true);
    expect(await page.locator("[data-finder=tools]").isVisible()).toBe(false);
    expect(await page.locator(".choices a.choice").count()).toBeGreaterThanOrEqual(2);
  },
);
