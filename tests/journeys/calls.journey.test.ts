import { describe, expect, test } from "vitest";
import { textOf } from "../http/page-text";
import { expectAccessible } from "../support/accessibility";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const lawmakers = `/en/campaigns/${flagship}/lawmakers`;
const t = wordsIn("en");

startProduct();

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  journey("Maya calls her three offices one after the other", { javaScript, screen: "phone" }, async (maya) => {
    const { page, open } = maya;
    await open(`${lawmakers}?zip=94110`);
    await page
      .locator("article.lawmaker")
      .first()
      .getByRole("link", { name: t("calls:ways.call") })
      .click();
    await page.waitForURL("**/lawmakers/call?zip=94110&office=*");
    const first = await page.locator("h1").textContent();
    await page.getByText(t("calls:step", { position: 1, count: 3 })).waitFor();
    expect(await page.locator(".call-now a").getAttribute("href")).toMatch(/^tel:\+1-202-\d{3}-\d{4}$/);
    expect(await page.locator("main :checked").count(), "Nothing is chosen beforehand.").toBe(0);
    expect(await isTooWide(page)).toBe(false);

    await page.getByLabel(t("calls:outcomes.spoke_supportive")).check();
    await page.getByRole("button", { name: t("calls:tell.next") }).click();
    await page.getByText(t("calls:recorded")).waitFor();
    await page.getByText(t("calls:step", { position: 2, count: 3 })).waitFor();
    expect(await page.locator("h1").textContent()).not.toBe(first);
    expect(new URL(page.url()).searchParams.getAll("done")).toHaveLength(1);

    await page.goBack();
    expect(await page.locator("h1").textContent()).toBe(first);
    await page.getByLabel(t("calls:outcomes.voicemail")).check();
    await page.getByRole("button", { name: t("calls:tell.next") }).click();
    await page.getByText(t("calls:step", { position: 2, count: 3 })).waitFor();
    expect(new URL(page.url()).searchParams.getAll("done"), "Pressed twice, it counts once.").toHaveLength(1);

    await page.getByRole("link", { name: t("calls:skip") }).click();
    await page.getByText(t("calls:step", { position: 3, count: 3 })).waitFor();
    await page.getByLabel(t("calls:outcomes.no_answer")).check();
    await page.getByRole("button", { name: t("calls:tell.next") }).click();
    await page.getByRole("heading", { level: 1, name: t("calls:finish.thanks") }).waitFor();
    await page.getByText(t("calls:reached", { reached: 1, count: 3 })).waitFor();
    expect(await page.getByRole("link", { name: t("calls:finish.callNow") }).count()).toBe(2);
    expect(await isTooWide(page)).toBe(false);

    await page.getByRole("link", { name: t("calls:toOverview") }).click();
    await page.waitForURL("**/lawmakers?zip=94110&done=*");
    await page.getByText(t("calls:done.phone")).waitFor();
    await page.getByText(t("calls:reached", { reached: 1, count: 3 })).waitFor();
  });
});

test.each(["en", "sw"] as const)("a script that a machine drafted says so before the call, in %s", async (locale) => {
  const path = `/${locale}/campaigns/${flagship}/lawmakers/call?zip=94110`;
  const pageOf = async (query: string) => textOf(await (await theServer().fetch(`${path}${query}`)).text());
  const note = wordsIn(locale)("calls:script.draft");
  expect(await pageOf("&say=es")).toContain(note);
  expect(await pageOf("")).not.toContain(note);
});

journey("Her own words come into the script and leave with nobody", { javaScript: true }, async ({ page, open }) => {
  await open(`${lawmakers}/call?zip=94110`);
  const asked: string[] = [];
  await page.waitForLoadState("networkidle");
  page.on("request", (request) => asked.push(request.url()));
  const script = page.locator("[data-script]");
  expect(await script.locator("[data-option]:visible").count()).toBeGreaterThan(2);
  await page.getByLabel(t("calls:words.name")).fill("Maya Chen");
  await page.getByLabel(t("calls:words.city")).fill("San Francisco");
  await page.getByLabel(t("calls:words.reason")).fill("My sister was stalked with data that a broker sold.");
  const boxes = page.locator("[data-picks]");
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  expect(await boxes.nth(1).isDisabled(), "Two reasons are enough for a call.").toBe(true);
  expect(await script.locator("[data-option]:visible").count()).toBe(2);
  expect(await script.textContent()).toContain("my name is Maya Chen. I live in San Francisco, California");
  await script.getByText("My sister was stalked with data that a broker sold.").waitFor();
  expect(asked).toEqual([]);
});

journey("Without a script the words stand in brackets", { javaScript: false }, async ({ page, open }) => {
  await open(`${lawmakers}/call?zip=94110`);
  expect(await page.locator("[data-script]").textContent()).toContain("my name is [your name]. I live in [your city]");
  expect(await page.locator("[data-script-words]").isVisible()).toBe(false);
});

journey("Layla calls in Arabic on her phone", { javaScript: true, screen: "phone" }, async ({ page, open }) => {
  const ar = wordsIn("ar");
  await open(`/ar/campaigns/${flagship}/lawmakers/call?zip=94110`);
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await isTooWide(page)).toBe(false);
  await expectAccessible(page);
  await page.getByLabel(ar("calls:outcomes.voicemail")).check();
  await page.getByRole("button", { name: ar("calls:tell.next") }).click();
  await page.getByText(ar("calls:recorded")).waitFor();
});

journey("In Washington, D.C. there is one office to call", { javaScript: true }, async ({ page, open }) => {
  await open(`${lawmakers}/call?zip=20001`);
  await page.getByText(t("calls:step", { position: 1, count: 1 })).waitFor();
  expect(await page.locator("[data-script]").textContent()).toContain("raise this with your colleagues in committee");
});

journey("Who names no place is asked for it first", { javaScript: true }, async ({ page, open }) => {
  await open(`${lawmakers}/call`);
  await page.waitForURL((url) => url.pathname === lawmakers);
});

journey("Who sends nothing is asked once more", { javaScript: false }, async ({ page, open }) => {
  await open(`${lawmakers}/call?zip=94110`);
  await page.locator(".tell-outcome input[type=radio]").evaluateAll((all) => {
    for (const one of all) one.removeAttribute("required");
  });
  await page.getByRole("button", { name: t("calls:tell.next") }).click();
  await page.getByRole("alert").getByText(t("calls:tell.missing")).waitFor();
  await page.getByLabel(t("calls:outcomes.voicemail")).check();
  await page.getByRole("button", { name: t("calls:tell.next") }).click();
  await page.getByText(t("calls:step", { position: 2, count: 3 })).waitFor();
});

journey("A call leads on within the flow", { javaScript: false }, async () => {
  const post = (key: number) =>
    theServer().fetch(`${lawmakers}/contact`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        channel: "phone",
        office: "P000145",
        outcome: "voicemail",
        requestKey: `0190a0a0-0000-7000-8000-${String(key).padStart(12, "0")}`,
        next: "call?zip=94110&finished=1",
      }),
    });
  expect((await post(1)).headers.get("location")).toBe(
    `${lawmakers}/call?zip=94110&finished=1&done=P000145.phone&recorded=P000145.phone`,
  );
});

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  journey("Sam reports a dead number and a member who is not his", { javaScript, screen: "phone" }, async (sam) => {
    const { page, open } = sam;
    await open(`${lawmakers}/call?zip=94110&office=P000145&done=S001150.phone`);
    const number = await page.locator(".call-now a").textContent();
    await page.getByRole("link", { name: t("calls:wrongNumber") }).click();
    await page.getByLabel(t("calls:report.kind.number_dead")).check();
    await page.getByRole("button", { name: t("calls:report.button") }).click();
    await page.getByRole("alert").waitFor();
    expect(await isTooWide(page)).toBe(false);
    await page.getByLabel(t("calls:report.kind.number_dead")).check();
    await page.getByLabel(number ?? "", { exact: true }).check();
    await page.getByRole("button", { name: t("calls:report.button") }).click();
    await page.getByRole("heading", { level: 1, name: t("calls:report.thanks") }).waitFor();
    await page.getByRole("link", { name: t("calls:report.back") }).click();
    await page.waitForURL("**/lawmakers?zip=94110&done=S001150.phone");

    await page
      .locator("#P000145")
      .getByRole("link", { name: t("calls:wrong") })
      .click();
    await page.getByLabel(t("calls:report.kind.member_wrong")).check();
    await page.getByRole("button", { name: t("calls:report.button") }).click();
    await page.getByText(t("calls:report.split")).waitFor();
    await page.getByRole("link", { name: t("calls:report.again") }).click();
    await page.waitForURL(`**${lawmakers}`);
  });
});
