import { describe, expect } from "vitest";
import { journey, startProduct } from "../support/journey";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const lawmakers = `/en/campaigns/${flagship}/lawmakers`;
const t = wordsIn("en");

startProduct();

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  journey("Grace in Cambridge sees her senators at once and chooses her House seat", { javaScript }, async (grace) => {
    const { page, open } = grace;
    await open(lawmakers);
    await page.getByLabel(t("lawmakers:zip.label"), { exact: true }).fill("02139");
    await page.getByRole("button", { name: t("lawmakers:zip.button") }).click();
    await page.waitForURL("**/lawmakers?zip=02139");

    expect(await page.locator("article.lawmaker h3").allTextContents()).toHaveLength(2);
    const seats = page.locator("a.choice");
    expect(
      await page.locator("article.lawmaker a.phone").count(),
      "Both senators can be called at once.",
    ).toBeGreaterThan(1);
    expect(
      await seats.evaluateAll((links) => links.map((link) => link.getAttribute("href"))).then((all) => all.sort()),
    ).toEqual([`${lawmakers}?zip=02139&district=MA-5`, `${lawmakers}?zip=02139&district=MA-7`]);
    expect(
      await page.locator("main :is(:checked, [aria-current], [aria-selected=true])").count(),
      "No seat is preselected.",
    ).toBe(0);

    await seats.filter({ hasText: t("lawmakers:district", { number: "7" }) }).click();
    await page.waitForURL("**/lawmakers?zip=02139&district=MA-7");
    const names = await page.locator("article.lawmaker h3").allTextContents();
    expect(names).toHaveLength(3);
    expect(names[2]).toBe("Ayanna Pressley");
  });

  journey("Sam at Fort Campbell is asked for the state first", { javaScript }, async ({ page, open }) => {
    await open(`${lawmakers}?zip=42223`);
    expect(await page.locator("article.lawmaker").count(), "Nobody's senators are guessed.").toBe(0);
    expect((await page.locator("a.choice").allTextContents()).sort()).toEqual(["Kentucky", "Tennessee"]);
    await page.getByRole("link", { name: "Kentucky", exact: true }).click();
    await page.waitForURL("**/lawmakers?zip=42223&state=KY");
    expect(await page.locator("h1").textContent()).toContain("Kentucky");
    expect(await page.getByRole("heading", { name: t("lawmakers:senators", { count: 2 }) }).count()).toBe(1);
  });

  journey("A soldier abroad is asked for the last home", { javaScript }, async ({ page, open }) => {
    await open(`${lawmakers}?zip=09012`);
    await page.getByRole("heading", { name: t("lawmakers:homeState.title") }).waitFor();
    await page.getByRole("link", { name: "Wyoming", exact: true }).click();
    await page.waitForURL("**/lawmakers?state=WY");
    expect(await page.locator("article.lawmaker").count()).toBe(3);
  });

  journey("A mistyped ZIP code is named beside its field and kept", { javaScript }, async ({ page, open }) => {
    for (const [zip, message] of [
      ["9411", t("lawmakers:zip.faulty")],
      ["00000", t("lawmakers:zip.unknown")],
    ] as const) {
      await open(lawmakers);
      const field = page.getByLabel(t("lawmakers:zip.label"), { exact: true });
      await field.fill(zip);
      await page.getByRole("button", { name: t("lawmakers:zip.button") }).click();
      await page.waitForURL(`**/lawmakers?zip=${zip}`);
      expect(await field.inputValue()).toBe(zip);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator("#zip-error").textContent()).toBe(message);
      await page.getByRole("alert").getByRole("link", { name: message }).click();
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });
});
