import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessibility";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const lawmakers = `/en/campaigns/${flagship}/lawmakers`;
const padilla = "P000145";
const t = wordsIn("en");
const story = "My health app sold my data.\nNobody asked me.";

startProduct();

async function fillIn(page: Page) {
  await page.getByLabel(t("write:composer.story")).fill(story);
  await page.locator("#principle-civil-rights").check();
  await page.getByLabel(t("write:composer.closings.meet")).check();
  await page.getByLabel(t("write:composer.name")).fill("Maya Ñandú");
  await page.getByLabel(t("write:composer.city")).fill("San Francisco");
}

async function textOf(file: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replace(/\s+/g, " "));
  }
  await task.destroy();
  return pages;
}

journey("Maya writes, and nothing leaves her page until she acts", { javaScript: true }, async ({ page, open }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript("window.print = () => {}");
  await open(`${lawmakers}?zip=94110`);
  await page
    .locator("article.lawmaker")
    .filter({ hasText: "Alex Padilla" })
    .getByRole("link", { name: t("calls:ways.write") })
    .click();
  await page.waitForURL(`**/lawmakers/write?zip=94110#office-${padilla}`);
  expect(await page.locator("[data-office]").count()).toBe(3);
  expect(await page.locator("input[name=principles]:checked, input[name=closing]:checked").count()).toBe(0);

  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await fillIn(page);
  const letter = page.locator(`#${padilla}-message`);
  expect(await letter.inputValue()).toMatch(/^Dear Senator Padilla:\n\nI live in San Francisco, California/);
  expect(await letter.inputValue()).toContain(story);
  expect(await letter.inputValue()).toContain("forbid discrimination");
  expect(await letter.inputValue()).toContain("Who on your staff works on privacy?");
  const house = await page.locator("[data-office]").nth(2).locator("textarea").nth(1).inputValue();
  expect(house).toMatch(/^Dear Representative /);

  // Her own change stays when she chooses otherwise, until she asks for the letter anew.
  await letter.fill(`${await letter.inputValue()}\n\nP.S. Thank you.`);
  await page.locator("#principle-data-rights").check();
  const card = page.locator(`#office-${padilla}`);
  await card.getByText(t("write:letter.kept")).waitFor();
  expect(await letter.inputValue()).toContain("P.S. Thank you.");
  await card.getByRole("button", { name: t("write:letter.again") }).click();
  expect(await letter.inputValue()).not.toContain("P.S.");
  expect(await letter.inputValue()).toContain("delete their data");

  await page.locator("#principle-data-minimization").check();
  expect(await page.locator("#principle-ai-transparency").isDisabled()).toBe(true);
  await letter.fill("x".repeat(30_000));
  await card.locator("[data-over]").waitFor();
  expect(await card.locator("[data-over]").textContent()).toMatch(/\d/);
  await letter.fill("My own words, with a line\nof its own.");
  await card
    .locator(".copy-field")
    .nth(1)
    .getByRole("button", { name: t("site:copy.button") })
    .click();
  await card.getByText(t("site:copy.done")).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("My own words, with a line\nof its own.");
  await page.getByRole("button", { name: t("write:composer.submit") }).click();
  expect(requests, "Nothing was sent while she wrote.").toEqual([]);

  // Paper: made on the device.
  await page.getByLabel(t("write:paper.street")).fill("1 Main Street");
  await page.getByRole("button", { name: t("write:paper.allPrint") }).click();
  const printed = await textOf(await page.pdf({ preferCSSPageSize: true }));
  expect(requests, "Nothing was sent to print.").toEqual([]);
  expect(printed).toHaveLength(3);
  expect(printed[2]).toMatch(/1 Main Street San Francisco, CA 94110 .*The Honorable .*House of Representatives/);
  expect(printed.join()).not.toContain(t("write:privacy"));
  expect(printed.join()).toContain("My own words");

  // She says what became of it, and her words are still there.
  await card.getByLabel(t("calls:outcomes.sent")).check();
  await card
    .getByRole("button", { name: t("calls:tell.button") })
    .first()
    .click();
  await card.getByText(t("write:told.thanks")).waitFor();
  expect(await page.getByLabel(t("write:composer.story")).inputValue()).toBe(story);
  expect(requests[0]).toBe(`POST ${theServer().origin}${lawmakers}/contact`);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    card.getByRole("button", { name: t("write:ways.letter.pdf"), exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("letter-alex-padilla.pdf");
  expect((await textOf(readFileSync(await file.path())))[0]).toContain("My own words, with a line of its own.");
});

journey("Sam writes without script, on paper", { javaScript: false }, async ({ page, open }) => {
  await open(`${lawmakers}/write?zip=94110`);
  await page.getByLabel(t("write:composer.story")).fill(story);
  await page.locator("#principle-civil-rights").check();
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: t("write:composer.submit") }).click();
  expect((await answered).status()).toBe(422);
  await page
    .getByRole("alert")
    .getByRole("link", { name: t("write:errors.nameMissing") })
    .click();
  expect(await page.getByLabel(t("write:composer.story")).inputValue()).toBe(story);
  expect(await page.locator("#principle-civil-rights").isChecked()).toBe(true);

  await fillIn(page);
  const again = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: t("write:composer.submit") }).click();
  expect((await again).status()).toBe(200);
  expect((await again).headers()["cache-control"]).toBe("no-store");
  const letter = page.locator(`#${padilla}-message`);
  expect(await letter.inputValue()).toContain(story);
  expect(await letter.inputValue()).toContain("Sincerely,\nMaya Ñandú\nSan Francisco, California 94110");

  await letter.fill("Dear Senator Padilla:\n\nIn my own words only.\n\nSincerely,\nSam");
  await page.getByLabel(t("write:composer.city")).fill("Oakland");
  await page.getByRole("button", { name: t("write:composer.submit") }).click();
  await page.locator(`#office-${padilla}`).getByText(t("write:letter.kept")).waitFor();
  expect(await letter.inputValue()).toContain("In my own words only.");
  expect(await page.locator("[data-office]").first().locator("textarea").nth(1).inputValue()).toContain("Oakland");

  const [paper] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: t("write:paper.allPrint") }).click(),
  ]);
  await paper.waitForLoadState();
  const sheets = paper.locator("article.letter-sheet");
  expect(await sheets.count()).toBe(3);
  expect(await sheets.nth(1).textContent()).toContain("In my own words only.");
  const printed = await textOf(await paper.pdf({ preferCSSPageSize: true }));
  expect(printed).toHaveLength(3);
  expect(printed.join()).not.toContain(t("write:sheet.hint"));

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: t("write:paper.allPdf") }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("letters-to-congress.pdf");
  expect(await textOf(readFileSync(await file.path()))).toHaveLength(3);
});

journey(
  "Layla reads Arabic and writes in English",
  { javaScript: true, locale: "ar", screen: "phone" },
  async ({ page, open }) => {
    await open(`/ar/campaigns/${flagship}/lawmakers/write?zip=20001`);
    const letter = page.locator("[data-office] textarea").nth(1);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect([await letter.getAttribute("lang"), await letter.getAttribute("dir")]).toEqual(["en", "ltr"]);
    expect(await page.locator("[data-office]").count(), "The District elects no senators.").toBe(1);
    expect(await letter.inputValue()).toContain("Dear Delegate Norton:");
    await page.getByLabel(wordsIn("ar")("write:composer.name")).fill("ليلى");
    await page.getByLabel(wordsIn("ar")("write:composer.spanish")).check();
    expect(await letter.getAttribute("lang")).toBe("es");
    expect(await letter.inputValue()).toContain("A la atención de Eleanor Holmes Norton");
    expect(await isTooWide(page)).toBe(false);
    await expectAccessible(page);
    // The file's font has no Arabic letters: the printable page says so and prints them.
    await page.getByRole("button", { name: wordsIn("ar")("write:paper.allPdf") }).click();
    await page.waitForURL(/lawmakers\/letter\?zip=20001&pdf=no/);
    await page.getByRole("alert").waitFor();
    expect(await page.locator("article.letter-sheet").textContent()).toContain("ليلى");
    expect(await isTooWide(page)).toBe(false);
    await expectAccessible(page);
  },
);

describe("whatever is posted", () => {
  const post = (path: string, fields: [string, string][]) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return fetch(`${theServer().origin}${lawmakers}${path}`, { method: "POST", body, redirect: "manual" });
  };
  const letterTo = (office: string, text: string): [string, string][] => [
    ["office", office],
    [`subject-${office}`, text.slice(0, 50)],
    [`text-${office}`, text],
  ];

  test.each([
    ["an empty form", [], 422],
    ["emoji, right-to-left marks and control characters", letterTo(padilla, "😀\u202e\u0000\u0007\u{e0001}"), 200],
    ["twenty thousand characters", letterTo(padilla, "x ".repeat(10_000)), 422],
    ["an office that is none", letterTo("Z999999", "Hello"), 422],
    ["five offices", ["A000055", "B000057", "C000059", "D000060", padilla].flatMap((id) => letterTo(id, "Hi")), 422],
    ["odd names", [...letterTo("__proto__", "x"), ["only", "constructor"], ["language", "toString"]], 422],
  ] as [string, [string, string][], number][])("the printable page answers %s", async (_, fields, status) => {
    expect((await post("/letter", fields)).status).toBe(status);
    expect((await post("/letter.pdf", fields)).status).toBe(307);
    expect((await post("/write?zip=94110", fields)).status).toBe(422);
  });

  test("a file is made of what can be drawn, and a body too large is refused in words", async () => {
    const made = await post("/letter.pdf", letterTo(padilla, "Dear Senator:\n\nNguyễn, ñ.\n\nSincerely,\nAda"));
    expect(made.status).toBe(200);
    expect(made.headers.get("content-type")).toBe("application/pdf");
    expect(made.headers.get("cache-control")).toBe("no-store");
    expect(made.headers.get("content-disposition")).toMatch(/^attachment; filename="[ -~]+"$/);

    const refused = await post("/letter.pdf", letterTo(padilla, "x".repeat(70_000)));
    const led = await fetch(new URL(refused.headers.get("location") ?? "", theServer().origin));
    expect([refused.status, led.status]).toEqual([303, 413]);
    expect(await led.text()).toContain(t("errors:bodyTooLarge.title"));
  });

  test("a place that tells no office leads back to the question", async () => {
    const answer = await fetch(`${theServer().origin}${lawmakers}/write?zip=1`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${lawmakers}?zip=1`]);
  });
});
