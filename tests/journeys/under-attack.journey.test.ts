import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { Locale } from "~/i18n/locales";
import { expectAccessible } from "../support/accessibility";
import { startProcess } from "../support/child-process";
import { launchChromium } from "../support/chromium";
import { confirmationCode } from "../support/mail-links";
import { createDatabase, dropDatabase } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { someLocales } from "../support/some-locales";
import { watchForFaults } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

let dataDir: string;
let databaseUrl: string | undefined;
let server: RunningServer;
let browser: Browser;

/** The product with the switch `under-attack` on from its first page. */
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-attack-"));
  if (inject("engine") === "postgres") databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
  const settings = { PII_KEYS: `lookup:${key(1)},k1:${key(2)}`, SESSION_SECRET: key(3), DATA_DIR: dataDir };
  const start = () => runServer({ dataDir, env: settings, ...(databaseUrl !== undefined && { databaseUrl }) });
  server = await start();
  // The embedded database can be open in one process only.
  if (databaseUrl === undefined) await server.stop();
  const production = { PUBLIC_ORIGIN: server.origin, EMAIL_FROM: "a@b.example", RESEND_API_KEY: "re_none" };
  const order = ["on", "under-attack", "--campaign", flagship, "--by", "Ada"];
  await startProcess("app/commands/switch.command.ts", order, {
    ...settings,
    ...(databaseUrl !== undefined && { ...production, DATABASE_URL: databaseUrl }),
  }).end();
  if (databaseUrl === undefined) server = await start();
  const isOn = async () => (await (await server.fetch(`/en/campaigns/${flagship}`)).text()).includes("data-challenge");
  await vi.waitUntil(isOn, { timeout: 45_000, interval: 200 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (databaseUrl !== undefined) await dropDatabase(databaseUrl);
  rmSync(dataDir, { recursive: true, force: true });
});

async function withPage(javaScriptEnabled: boolean, story: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled, reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  const listFaults = watchForFaults(context, server.origin);
  try {
    await story(await context.newPage());
    expect(await listFaults()).toEqual([]);
  } finally {
    await context.close();
  }
}

async function fillIn(page: Page, locale: Locale, email: string) {
  const t = wordsIn(locale);
  await page.goto(`/${locale}/campaigns/${flagship}`);
  await page.getByLabel(t("sign:name.label"), { exact: true }).fill("Grace Hopper");
  await page.getByLabel(t("sign:email.label"), { exact: true }).fill(email);
  await page.getByLabel(t("sign:country.label"), { exact: true }).selectOption("KE");
}

async function send(page: Page, locale: Locale) {
  await page.getByRole("button", { name: wordsIn(locale)("sign:button"), exact: true }).click();
  await page.waitForURL(`**/${locale}/campaigns/${flagship}/check-inbox`);
}

test.each(someLocales)("whoever has a browser that did its work gets the link (%s)", (locale) =>
  withPage(true, async (page) => {
    const t = wordsIn(locale);
    await fillIn(page, locale, `worked-${locale}@example.org`);
    // How long the work takes is chance, and the browser itself gives up after a minute.
    await page.getByRole("status").getByText(t("sign:proof.done")).waitFor({ timeout: 75_000 });
    await expectAccessible(page);
    await send(page, locale);
    const mail = await server.mailTo(`worked-${locale}@example.org`);
    expect(mail.text).toContain(`/${locale}/confirm/`);
  }),
);

test("whoever began before the script arrived gets the link too", () =>
  withPage(true, async (page) => {
    let letThrough = () => {};
    const began = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route("**/proof-of-work*.js", async (route) => {
      await began;
      await route.continue();
    });
    // The page counts as loaded without a file that a script asks for later.
    await fillIn(page, "en", "early@example.org");
    letThrough();
    await page.getByRole("status").getByText(wordsIn("en")("sign:proof.done")).waitFor({ timeout: 75_000 });
    await send(page, "en");
    expect((await server.mailTo("early@example.org")).text).toContain("/en/confirm/");
  }));

test.each(someLocales)("without script the mail holds the code and no link, and the code confirms (%s)", (locale) =>
  withPage(false, async (page) => {
    const t = wordsIn(locale);
    const email = `scriptless-${locale}@example.org`;
    await fillIn(page, locale, email);
    await send(page, locale);
    const mail = await server.mailTo(email);
    expect(mail.text).not.toContain("/confirm/");
    expect(mail.html).not.toContain("/confirm/");
    await page.getByLabel(t("confirm:code.email"), { exact: true }).fill(email);
    await page.getByLabel(t("confirm:code.code"), { exact: true }).fill(confirmationCode(mail));
    await page.getByRole("button", { name: t("confirm:code.button"), exact: true }).click();
    await page.getByText(t("confirm:thanks.title")).waitFor();
  }),
);

test("a proof that is sent a second time gets no link", () =>
  withPage(true, async (page) => {
    await fillIn(page, "en", "first@example.org");
    const field = page.locator("input[data-proof]");
    await expect.poll(() => field.inputValue(), { timeout: 45_000 }).not.toBe("");
    const proof = await field.inputValue();
    for (const email of ["first@example.org", "second@example.org"]) {
      const body = new URLSearchParams({ name: "Grace", email, country: "KE", proof });
      const answer = await server.fetch(`/en/campaigns/${flagship}`, { method: "POST", body });
      expect(answer.status).toBe(303);
    }
    expect((await server.mailTo("first@example.org")).text).toContain("/confirm/");
    expect((await server.mailTo("second@example.org")).text).not.toContain("/confirm/");
  }));

test("the challenge is for our own pages, new each time and stored by nobody", async () => {
  const url = `/api/v1/campaigns/${flagship}/challenge`;
  const [one, other] = await Promise.all([server.fetch(url), server.fetch(url)]);
  expect(one.status).toBe(200);
  expect(one.headers.get("cache-control")).toBe("no-store");
  expect(one.headers.get("access-control-allow-origin")).toBeNull();
  expect(one.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(await one.text()).not.toBe(await other.text());
  expect((await server.fetch("/api/v1/campaigns/none/challenge")).status).toBe(404);
});
