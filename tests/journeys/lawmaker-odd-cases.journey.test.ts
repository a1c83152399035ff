import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { journey, startProduct, theServer } from "../support/journey";
import { startOfTests } from "../support/seeded";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const path = `/campaigns/${flagship}/lawmakers`;
const lawmakers = `/en${path}`;
const t = wordsIn("en");

startProduct();

const names = (page: Page) => page.locator("article.lawmaker h3").allTextContents();

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  journey("Maya in San Francisco sees her three offices at once", { javaScript }, async ({ page, open }) => {
    await open(lawmakers);
    await page.getByLabel(t("lawmakers:zip.label"), { exact: true }).fill("٩٤١١٠ - 1234");
    await page.getByRole("button", { name: t("lawmakers:zip.button") }).click();
    await page.locator("#house-title").waitFor();
    expect(await names(page)).toHaveLength(3);
    expect(await page.locator("a.choice").count()).toBe(0);
    const note = await page.locator(".facts-note").textContent();
    for (const told of ["119", "June 15, 2026", "January 3, 2027", "Census Bureau"]) expect(note).toContain(told);
  });

  journey("Noor gets her mail at a post office and is asked where she lives", { javaScript }, async (noor) => {
    const { page, open } = noor;
    await open(`${lawmakers}?zip=05501`);
    expect(await names(page), "Her senators are sure.").toHaveLength(2);
    await page.getByText(t("lawmakers:seats.onePostOffice", { zip: "05501" })).waitFor();
    expect(await page.locator("a.choice").count()).toBe(1);
    await page.getByRole("link", { name: t("lawmakers:seats.all") }).click();
    await page.waitForURL("**/lawmakers?state=MA");
    expect(await page.locator("a.choice").count()).toBe(9);
    await page.goBack();
    await page.getByLabel(t("lawmakers:zip.label"), { exact: true }).fill("94110");
    await page.getByRole("button", { name: t("lawmakers:zip.button") }).click();
    await page.waitForURL("**/lawmakers?zip=94110");
  });

  journey("Ben's seat is vacant: he is told so, and whom to call", { javaScript }, async ({ page, open }) => {
    await open(`${lawmakers}?zip=94601&district=CA-14`);
    expect(await names(page)).toHaveLength(2);
    const seat = page.locator("section", { has: page.locator("#house-title") });
    await seat.getByRole("heading", { name: t("lawmakers:vacant.title") }).waitFor();
    for (const phone of ["202-224-3121", "202-225-7000"]) {
      expect(await seat.locator(`a[href*="${phone}"]`).count(), phone).toBeGreaterThan(0);
    }
    expect(await seat.locator('a[href="https://clerk.house.gov/Members/ViewVacancies"]').count()).toBe(1);
  });

  journey("Luz in Puerto Rico has one commissioner and no senators", { javaScript }, async ({ page, open }) => {
    await open(`${lawmakers}?zip=00901`);
    expect(await page.locator("h1").textContent()).toBe("Your lawmakers in Puerto Rico");
    expect(await names(page)).toHaveLength(1);
    await page.getByText(t("lawmakers:noSenators")).waitFor();
    await page.getByText(t("lawmakers:titles.resident_commissioner"), { exact: true }).waitFor();
    await open(`${lawmakers}?district=AQ-0`);
    expect(await page.locator("h1").textContent()).toBe("Your lawmakers in American Samoa");
    await open(`${lawmakers}?zip=20001`);
    expect(await page.locator("h1").textContent()).toBe("Your lawmakers in the District of Columbia");
  });

  journey("Ana votes in Texas and lives in Kenya", { javaScript }, async ({ page, open }) => {
    await open(`/en/campaigns/${flagship}/take-action?country=KE`);
    await page.getByRole("link", { name: t("lawmakers:abroad.link") }).click();
    await page.getByText(t("lawmakers:homeState.abroad")).waitFor();
    await page.getByRole("link", { name: "Texas", exact: true }).click();
    await page.waitForURL("**/lawmakers?state=TX");
    expect(await names(page)).toHaveLength(2);
    expect(await page.locator("a.choice").count()).toBe(38);
    expect(await page.locator(".seats").textContent(), "Her last ballot had other lines.").toContain("January 3, 2027");
  });

  journey("A sliver of another district can be reached", { javaScript }, async ({ page, open }) => {
    await open(`${lawmakers}?zip=03579`);
    await page.getByText(t("lawmakers:seats.others")).click();
    await page.locator("a.choice", { hasText: "Maine" }).click();
    await page.waitForURL("**/lawmakers?zip=03579&district=ME-2");
    expect(await page.locator("h1").textContent()).toContain("Maine");
  });
});

journey(
  "Layla reads every question in Arabic on a phone",
  { javaScript: true, screen: "phone" },
  async ({ page, open }) => {
    const ar = wordsIn("ar");
    for (const query of ["", "?abroad=1", "?zip=42223", "?zip=02139", "?zip=05501", "?zip=99999", "?district=CA-14"]) {
      await open(`/ar${path}${query}`);
      expect(await isTooWide(page), query).toBe(false);
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    }
    await open(`/ar${path}?zip=96941`);
    await page.locator("#zip-error", { hasText: ar("lawmakers:zip.withoutSeat") }).waitFor();
  },
);

describe("At the end of the Congress", () => {
  afterAll(() => theServer().setClock(startOfTests));
  const api = (query: string, headers = {}) => theServer().fetch(`/api/v1/lawmakers?${query}`, { headers });

  journey(
    "the House goes at noon Eastern, and senators whose terms go on stay",
    { javaScript: true },
    async (visitor) => {
      const { page, open, server } = visitor;
      await server.setClock(new Date("2027-01-03T16:59:00Z"));
      await open(`${lawmakers}?zip=99501`);
      expect(await names(page)).toHaveLength(3);
      const before = await api("zip=99501");
      expect(before.status).toBe(200);
      const kept = Number(/max-age=(\d+)/.exec(before.headers.get("cache-control") ?? "")?.[1]);
      expect(kept).toBeLessThanOrEqual(60);

      await server.setClock(new Date("2027-01-03T17:00:00Z"));
      const after = await api("zip=99501", { "if-none-match": before.headers.get("etag") ?? "" });
      expect(after.status).toBe(503);
      expect(Number(after.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await after.json()).toMatchObject({ error: { code: "facts-expired" } });

      await open(`${lawmakers}?zip=99501`);
      expect(await names(page)).toEqual(["Lisa Murkowski"]);
      await page.getByRole("heading", { name: t("lawmakers:expired.title") }).waitFor();
      expect(await page.locator("main").textContent()).not.toContain("Begich");
      const ways = await page
        .locator("article.lawmaker a.button")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const calls = ways.filter((href) => href.includes("/call?"));
      expect(calls).not.toEqual([]);
      for (const way of calls) {
        expect((await server.fetch(way)).status, way).toBe(200);
      }
    },
  );

  journey(
    "what is still open is asked, and a place on new lines is told so",
    { javaScript: false },
    async ({ page, open, server }) => {
      await server.setClock(new Date("2027-01-03T17:00:01Z"));
      await open(lawmakers);
      expect(await page.getByLabel(t("lawmakers:zip.label"), { exact: true }).count()).toBe(1);
      await open(`${lawmakers}?zip=42223`);
      await page.getByRole("link", { name: "Kentucky", exact: true }).click();
      await page.waitForURL(/state=KY/);
      expect(await names(page)).toEqual(["Rand Paul"]);
      await open(`${lawmakers}?district=TX-23`);
      await page.getByText(t("lawmakers:expired.newLines")).waitFor();
      expect(await names(page)).toEqual(["Ted Cruz"]);
      await open(`${lawmakers}?zip=20001`);
      await page.getByText(t("lawmakers:expired.noSenators")).waitFor();
      expect(await names(page)).toEqual([]);
    },
  );

  test("no address of the House is found any more", async () => {
    await theServer().setClock(new Date("2027-01-03T17:00:01Z"));
    const page = await (await theServer().fetch(`${lawmakers}?district=CA-11`)).text();
    expect(page).not.toContain("Pelosi");
    expect(page).toContain("Padilla");
  });
});
