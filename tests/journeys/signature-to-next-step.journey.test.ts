import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { z } from "zod";
import { journey, startProduct, theServer } from "../support/journey";
import { flagship, type Signer, signAndConfirm } from "./signing";
import { wordsIn } from "./words";

startProduct();

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  const address = (who: string) => `${who}-${javaScript ? "on" : "off"}@example.org`;

  journey("Maya in San Francisco signs and calls her own lawmakers", { javaScript, locale: "en-US" }, async (maya) => {
    const { page } = maya;
    const t = wordsIn("en");
    const before = await count();
    const signer: Signer = {
      locale: "en",
      name: "Maya Chen",
      email: address("maya"),
      country: "US",
      postalCode: "94110",
    };
    await signAndConfirm(maya, signer);
    expect(pathAndQuery(page)).toBe(`/en/campaigns/${flagship}/lawmakers?zip=94110&confirmed=1`);

    const names = await page.locator("article.lawmaker h3").allTextContents();
    expect(names).toHaveLength(3);
    expect(names.slice(0, 2).join()).toMatch(/Alex Padilla/);
    expect(names.slice(0, 2).join()).toMatch(/Adam .*Schiff/);
    expect(names[2]).toBe(await representative("CA-11"));
    await page.getByText(t("lawmakers:district", { number: "11" })).waitFor();
    expect(await page.locator(".facts-note").textContent()).toMatch(/\b20\d\d\b/);

    const padilla = page.locator("article.lawmaker").filter({ hasText: "Alex Padilla" });
    await padilla.getByRole("link", { name: t("calls:ways.call") }).click();
    await page.waitForURL("**/lawmakers/call?zip=94110&office=P000145");
    expect(await page.locator(".call-now a").getAttribute("href")).toMatch(/^tel:\+1-202-\d{3}-\d{4}$/);
    await page.getByLabel(t("calls:outcomes.voicemail")).check();
    await page.getByRole("button", { name: t("calls:tell.next") }).click();
    await page.getByText(t("calls:recorded")).waitFor();
    expect(new URL(page.url()).searchParams.get("zip")).toBe("94110");
    await expect.poll(count, { timeout: 5_000 }).toBe(before + 1);
  });

  journey(
    "Amina in Nairobi signs in Arabic and acts in Kenya first",
    { javaScript, locale: "ar-KE" },
    async (amina) => {
      const { page, open } = amina;
      const t = wordsIn("ar");
      await open("/");
      expect(pathAndQuery(page)).toBe("/ar");
      await open(`/ar/campaigns/${flagship}`);
      const preselected = await page.getByLabel(t("sign:country.label"), { exact: true }).inputValue();
      expect(preselected, "Only a region that the browser names outright is preselected, and only in sight.").toBe(
        javaScript ? "KE" : "",
      );
      expect(await page.getByText(t("sign:country.guess")).isVisible()).toBe(javaScript);

      await signAndConfirm(amina, { locale: "ar", name: "أمينة وانجيكو", email: address("amina"), country: "KE" });
      expect(pathAndQuery(page)).toBe(`/ar/campaigns/${flagship}/take-action?country=KE&confirmed=1`);
      expect((await actionsOf(page)).slice(0, 4)).toEqual([
        "partners-country",
        "regulator-title",
        "partners-region",
        "share-title",
      ]);
      const regulator = page.getByRole("region", { name: t("take-action:regulator.title") });
      expect(await regulator.textContent()).toContain("ODPC");
      expect(await regulator.getByRole("link").getAttribute("href")).toMatch(/^https:\/\/([a-z]+\.)?odpc\.go\.ke\//);

      await page.locator("section[aria-labelledby=partners-country] article a").first().click();
      await page.waitForURL(/\/ar\/campaigns\/(?!privacy-for-all)/);
      await page.getByLabel(t("sign:name.label"), { exact: true }).waitFor();
    },
  );

  journey(
    "Lucía in Mexico signs in Spanish and acts in Mexico first",
    { javaScript, locale: "es-MX" },
    async (lucia) => {
      const { page } = lucia;
      await signAndConfirm(lucia, { locale: "es", name: "Lucía Gómez", email: address("lucia"), country: "MX" });
      expect(pathAndQuery(page)).toBe(`/es/campaigns/${flagship}/take-action?country=MX&confirmed=1`);
      expect((await actionsOf(page)).slice(0, 3)).toEqual(["partners-country", "regulator-title", "partners-region"]);
      expect(await page.locator("main").textContent()).toContain("Derechos en Red");
      const share = page.getByRole("region", { name: wordsIn("es")("take-action:share.title") });
      expect(await share.getByRole("textbox").inputValue()).toContain(`/es/campaigns/${flagship}`);
    },
  );

  journey("Carlos in San Juan sees his resident commissioner and no senators", { javaScript }, async (carlos) => {
    const { page } = carlos;
    await signAndConfirm(carlos, {
      locale: "es",
      name: "Carlos Rivera",
      email: address("carlos"),
      country: "PR",
      postalCode: "00901",
    });
    expect(pathAndQuery(page)).toBe(`/es/campaigns/${flagship}/lawmakers?zip=00901&confirmed=1`);
    await expectOneSeat(page, "es", "resident_commissioner", await representative("PR-0"));
  });

  journey("Ana, who names Puerto Rico and no ZIP code, sees the same", { javaScript }, async (ana) => {
    await signAndConfirm(ana, { locale: "en", name: "Ana Ortiz", email: address("ana"), country: "PR" });
    expect(pathAndQuery(ana.page)).toBe(`/en/campaigns/${flagship}/lawmakers?district=PR-0&confirmed=1`);
    await expectOneSeat(ana.page, "en", "resident_commissioner", await representative("PR-0"));
  });

  journey("Denise in Washington sees her delegate and no senators", { javaScript }, async (denise) => {
    const { page } = denise;
    await signAndConfirm(denise, {
      locale: "en",
      name: "Denise Brown",
      email: address("denise"),
      country: "US",
      postalCode: "20001-1234",
    });
    expect(pathAndQuery(page)).toBe(`/en/campaigns/${flagship}/lawmakers?zip=20001&confirmed=1`);
    await expectOneSeat(page, "en", "delegate", await representative("DC-0"));
  });

  journey("Somebody who does not say where still gets something to do", { javaScript }, async (somebody) => {
    const { page, open } = somebody;
    await open(`/en/campaigns/${flagship}/take-action?country=ZZ`);
    expect((await actionsOf(page)).length).toBeGreaterThan(0);
    await open(`/en/campaigns/${flagship}/take-action`);
    const t = wordsIn("en");
    await page.getByLabel(t("sign:country.label"), { exact: true }).selectOption("KE");
    await page.getByRole("button", { name: t("take-action:show") }).click();
    await page.waitForURL("**/take-action?country=KE");
  });
});

async function expectOneSeat(
  page: Page,
  locale: "en" | "es",
  title: "delegate" | "resident_commissioner",
  name: string,
) {
  const t = wordsIn(locale);
  expect(await page.locator("article.lawmaker h3").allTextContents()).toEqual([name]);
  expect(await page.locator("article.lawmaker").textContent()).toContain(t(`lawmakers:titles.${title}`));
  expect(await page.getByRole("heading", { name: t("lawmakers:senators", { count: 2 }) }).count()).toBe(0);
  await page.getByText(t("lawmakers:nonVoting")).waitFor();
}

function pathAndQuery(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** The sections of a take-action page, in order. */
function actionsOf(page: Page): Promise<(string | null)[]> {
  return page
    .locator("section.action")
    .evaluateAll((sections) => sections.map((section) => section.getAttribute("aria-labelledby")));
}

async function representative(district: string): Promise<string> {
  const answer = await theServer().fetch(`/api/v1/lawmakers?district=${district}`);
  const lawmakers = z.object({ lawmakers: z.array(z.object({ name: z.string(), chamber: z.string() })) });
  const found = lawmakers.parse(await answer.json()).lawmakers.find(({ chamber }) => chamber === "house");
  if (found === undefined) throw new Error(`Nobody holds the seat of ${district}.`);
  return found.name;
}

async function count(): Promise<number> {
  const answer = await theServer().fetch(`/api/v1/campaigns/${flagship}/count`);
  return z.object({ count: z.number() }).parse(await answer.json()).count;
}
