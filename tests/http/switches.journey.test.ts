import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { z } from "zod";
import { wordsIn } from "../journeys/words";
import { expectAccessible } from "../support/accessibility";
import { startProcess } from "../support/child-process";
import { launchChromium } from "../support/chromium";
import { confirmationCode, confirmationLink } from "../support/mail-links";
import { createDatabase, dropDatabase } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { startOfTests } from "../support/seeded";
import { someLocales } from "../support/some-locales";
import { isTooWide } from "../support/visitor";
import { headingOf, textOf } from "./page-text";

/** README promises two seconds; the rest is for a busy machine. */
const IN_FORCE_MS = 10_000;
const campaign = "/campaigns/privacy-for-all";
const isEmbedded = inject("engine") === "pglite";

let settings: Record<string, string>;
let databaseUrl: string | undefined;
let dataDir: string;
let server: RunningServer;
let starts = 0;
let browser: Browser | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-switches-"));
  if (!isEmbedded) databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
  settings = { PII_KEYS: `lookup:${key(1)},k1:${key(2)}`, SESSION_SECRET: key(3), DATA_DIR: dataDir };
  await start();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (databaseUrl !== undefined) await dropDatabase(databaseUrl);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start() {
  server = await runServer({ dataDir, env: settings, ...(databaseUrl !== undefined && { databaseUrl }) });
  // Each start sets the clock back to where all tests begin; the petition opened a little later.
  await server.setClock(new Date(startOfTests.getTime() + ++starts * 3_600_000));
}

/** Runs the command as staff would: beside the running product, or, where that has the database to itself, between two runs. */
async function turn(...orders: string[]) {
  if (isEmbedded) await server.stop();
  for (const order of orders) {
    const command = runCommand(order);
    await command.end();
    expect(command.output()).toContain("in force everywhere within two seconds");
  }
  if (isEmbedded) await start();
}

function runCommand(order: string) {
  const production = { PUBLIC_ORIGIN: server.origin, EMAIL_FROM: "a@b.example", RESEND_API_KEY: "re_none" };
  const env = { ...settings, ...(databaseUrl !== undefined && { ...production, DATABASE_URL: databaseUrl }) };
  return startProcess("app/commands/switch.command.ts", [...order.split(" "), "--by", "Ada"], env);
}

/** Waits for a switch to be in force. */
const until = (isTrue: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await isTrue()).toBe(true), { timeout: IN_FORCE_MS, interval: 100 });

const text = async (url: string) => textOf(await (await server.fetch(url)).text());
const post = (url: string, body: Record<string, string> = {}) =>
  server.fetch(url, { method: "POST", body: new URLSearchParams(body) });
const sign = (email: string, locale = "en") =>
  post(`/${locale}${campaign}`, { name: "Ada Lovelace", email, country: "KE" });
const linkFor = async (email: string) => new URL(confirmationLink(await server.mailTo(email))).pathname;
const mailsTo = async (email: string) => (await server.mails()).filter(({ to }) => to.includes(email));

/** Holds pages, and what they answer to a form, to WCAG in light and dark, and to the width of a small phone. */
async function expectUsable(...pages: string[]) {
  browser ??= await launchChromium();
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ baseURL: server.origin, colorScheme, reducedMotion: "reduce" });
    try {
      const page = await context.newPage();
      await page.setViewportSize({ width: 320, height: 800 });
      for (const url of pages) {
        await page.goto(url);
        await expectAccessible(page);
        expect(await isTooWide(page), url).toBe(false);
      }
      await page.evaluate((action) => {
        const form = Object.assign(document.createElement("form"), { method: "post", action });
        document.body.append(form);
        form.submit();
      }, pages[0] ?? "");
      await page.waitForSelector(".error-page");
      await expectAccessible(page);
      expect(await isTooWide(page)).toBe(false);
    } finally {
      await context.close();
    }
  }
}

async function expectRefused(answer: Response, title: string) {
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("60");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  expect(html).toContain('<link rel="stylesheet"');
  expect(headingOf(html)).toBe(title);
  return html;
}

test("the command works beside the running product, or says what to do where it cannot", async () => {
  const command = runCommand("list");
  if (isEmbedded) await expect(command.end()).rejects.toThrow();
  else await command.end();
  expect(command.output()).toContain(
    isEmbedded ? "Stop it (Ctrl-C), run this command again, and start it again." : "read-only",
  );
});

describe("While a petition's signatures and the mail are paused", () => {
  let link = "";
  beforeAll(async () => {
    await sign("before@example.org");
    link = await linkFor("before@example.org");
    await turn("on signatures-paused --campaign privacy-for-all", "on mail-paused");
    await until(async () => (await text(`/en${campaign}`)).includes(wordsIn("en")("sign:paused.title")));
    await until(async () => (await text(`/en${campaign}/check-inbox`)).includes(wordsIn("en")("site:mailLate")));
  });

  test.each(someLocales)(
    "its page says so in place of the form, and what can be done meanwhile (%s)",
    async (locale) => {
      const t = wordsIn(locale);
      const html = await (await server.fetch(`/${locale}${campaign}`)).text();
      for (const word of ["title", "body", "signed", "action", "lawmakers"] as const) {
        expect(textOf(html)).toContain(t(`sign:paused.${word}`));
      }
      expect(html).not.toContain('name="email"');
      expect(html).toContain(`href="/${locale}${campaign}/take-action"`);
      expect(html).toContain(`href="/${locale}${campaign}/lawmakers"`);
    },
  );

  test.each(someLocales)(
    "a form that is sent all the same is refused with a page that says so (%s)",
    async (locale) => {
      const t = wordsIn(locale);
      const html = await expectRefused(await sign("during@example.org", locale), t("errors:signaturesPaused.title"));
      expect(html).toContain(`href="/${locale}${campaign}/take-action"`);
    },
  );

  test("other petitions take signatures", async () => {
    const others = await (await server.fetch("/en/campaigns")).text();
    const other = [...others.matchAll(/href="(\/en\/campaigns\/[\w-]+)"/g)].map(([, href]) => href ?? "");
    const slug = other.find((href) => href !== `/en${campaign}`) ?? "";
    expect(await (await server.fetch(slug)).text()).toContain('name="email"');
  });

  test.each(someLocales)("people hear that their mail comes later (%s)", async (locale) => {
    const page = await text(`/${locale}${campaign}/check-inbox`);
    expect(page).toContain(wordsIn(locale)("site:mailLate"));
    expect(page).not.toContain(wordsIn(locale)("confirm:inbox.body"));
  });

  test.each(someLocales)("everybody can use these pages (%s)", async (locale) => {
    await expectUsable(`/${locale}${campaign}`, `/${locale}${campaign}/check-inbox`);
  });

  test("a mailed link confirms", async () => {
    expect((await post(link, { intent: "confirm" })).status).toBe(303);
  });
});

describe("While the site only shows", () => {
  let link = "";
  let code = "";
  beforeAll(async () => {
    await turn("off signatures-paused --campaign privacy-for-all", "off mail-paused");
    await until(async () => (await sign("waiting@example.org")).status === 303);
    link = await linkFor("waiting@example.org");
    code = confirmationCode(await server.mailTo("waiting@example.org"));
    await turn("on read-only");
    await until(async () => (await text("/en")).includes(wordsIn("en")("site:readOnly.note")));
  });

  test.each(someLocales)("pages are there and say so before anybody types (%s)", async (locale) => {
    const t = wordsIn(locale);
    for (const page of ["", campaign, `${campaign}/check-inbox`, `${campaign}/lawmakers?zip=94110`, "/privacy"]) {
      const answer = await server.fetch(`/${locale}${page}`);
      expect(answer.status, page).toBe(200);
      expect(textOf(await answer.text()), page).toContain(t("site:readOnly.note"));
    }
    expect(await text(`/${locale}${campaign}`)).toContain(t("sign:readOnly.title"));
    expect(await text(`/${locale}${campaign}/check-inbox`)).toContain(t("site:readOnly.form"));
    expect(await text(link.replace("/en/", `/${locale}/`))).toContain(t("site:readOnly.form"));
  });

  test.each(someLocales)("everybody can use these pages (%s)", async (locale) => {
    await expectUsable(...["", campaign, `${campaign}/check-inbox`, link.slice(3)].map((page) => `/${locale}${page}`));
  });

  test.each(someLocales)("every form is refused with a page that says so (%s)", async (locale) => {
    const title = wordsIn(locale)("errors:readOnly.title");
    const forms: [string, Record<string, string>][] = [
      [campaign, { name: "Ada", email: "during@example.org", country: "KE" }],
      [`${campaign}/check-inbox`, { intent: "code", email: "waiting@example.org", code }],
      [`${campaign}/check-inbox`, { intent: "resend", email: "waiting@example.org" }],
      [`${campaign}/lawmakers/contact`, { channel: "phone" }],
      [link.slice(3), { intent: "confirm" }],
      [link.slice(3), { intent: "renew" }],
      ["/unsubscribe/no-such-token", {}],
      ["/no-such-page", {}],
    ];
    for (const [url, body] of forms) await expectRefused(await post(`/${locale}${url}`, body), title);
  });

  test.each(["/api/v1/campaigns/privacy-for-all/count", "/api/none", "/webhooks/resend", "/webhooks/none"])(
    "a program that posts to %s is told to come back",
    async (url) => {
      const answer = await post(url);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("60");
      const { error } = z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json());
      expect(error.code).toBe("read-only");
    },
  );

  test("the page that turns it off takes its buttons, and no other page of the portal does", async () => {
    const press = (page: string) =>
      server.fetch(page, {
        method: "POST",
        redirect: "manual",
        headers: { Origin: server.origin },
        body: new URLSearchParams({ intent: "switch-off", name: "read-only", campaign: "" }),
      });
    const answer = await press("/portal/host/operations");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.stringContaining("/portal/sign-in")]);
    expect((await press("/portal/host/moderation")).status).toBe(503);
  });

  test("what is read is served as ever", async () => {
    for (const url of [
      "/healthz",
      "/readyz",
      "/api/v1/campaigns/privacy-for-all/count",
      "/api/v1/lawmakers?zip=94110",
    ]) {
      expect((await server.fetch(url)).status, url).toBe(200);
    }
    expect((await server.fetch("/dev/mailbox")).status).toBe(isEmbedded ? 200 : 404);
  });

  test("afterwards all goes on as before, and nothing of what was refused has happened", async () => {
    await turn("off read-only");
    await until(async () => (await sign("after@example.org")).status === 303);
    await server.mailTo("after@example.org");
    expect(await mailsTo("during@example.org")).toEqual([]);
    expect(await mailsTo("waiting@example.org"), "No second mail was asked for.").toHaveLength(1);
    expect(await text(link), "It was not confirmed.").toContain(wordsIn("en")("confirm:open.title"));
    expect((await post(link, { intent: "confirm" })).status).toBe(303);
  });
});

test("the list shows what is on, since when and by whom", async () => {
  await turn("on under-attack --campaign privacy-for-all");
  if (isEmbedded) await server.stop();
  const command = runCommand("list");
  await command.end();
  if (isEmbedded) await start();
  const line = command
    .output()
    .split("\n")
    .find((row) => row.startsWith("under-attack"));
  expect(line).toMatch(/^under-attack +privacy-for-all +ON +\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ +Ada +\S/);
  expect(command.output()).toMatch(/^read-only +everything +off/m);
});
