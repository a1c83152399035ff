import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium } from "./chromium";
import { createDatabase, dropDatabase } from "./postgres";
import { type RunningServer, runServer } from "./run-server";
import { screens, type VisitorOptions, watchForFaults } from "./visitor";

const pictures = fileURLToPath(new URL("../../node_modules/.cache/journeys", import.meta.url));

/** One person at a browser, before the running product. */
export interface Visitor {
  page: Page;
  server: RunningServer;
  /** Opens a path of the site. */
  open(path: string): Promise<void>;
  /** Takes what the browser complained about so far, for a story in which it is meant to. */
  takeFaults(): Promise<string[]>;
}

let browser: Promise<Browser> | undefined;
let server: RunningServer;

/**
 * Starts the product, empty, for the tests of a file, and a browser with the first journey: on the embedded database or on
 * PostgreSQL, as the project says.
 */
export function startProduct(env: Record<string, string> = {}) {
  let databaseUrl: string | undefined;
  beforeAll(async () => {
    if (inject("engine") === "postgres") databaseUrl = await createDatabase(inject("postgres").adminUrl);
    server = await runServer(databaseUrl === undefined ? { env } : { databaseUrl, env });
  });
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
    await server?.stop();
    if (databaseUrl !== undefined) await dropDatabase(databaseUrl);
  });
}

/** The product that {@link startProduct} has started, for what needs no browser. */
export const theServer = () => server;

/**
 * Tells one person's story in a browser of its own. It fails on everything that {@link watchForFaults} finds,
 * and then leaves a picture of the page.
 */
export function journey(name: string, options: VisitorOptions, story: (visitor: Visitor) => Promise<void>) {
  test(name, async () => {
    browser ??= launchChromium();
    const context = await (await browser).newContext({
      baseURL: server.origin,
      javaScriptEnabled: options.javaScript,
      locale: options.locale ?? "en-US",
      viewport: screens[options.screen ?? "desktop"],
      colorScheme: options.colorScheme ?? "light",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    const listFaults = watchForFaults(context, server.origin, options);
    let taken = 0;
    const takeFaults = async () => {
      const faults = (await listFaults()).slice(taken);
      taken += faults.length;
      return faults;
    };
    const page = await context.newPage();
    try {
      await story({ page, server, takeFaults, open: async (where) => void (await page.goto(where)) });
      expect(await takeFaults(), "A page speaks to its own host only, without cookies and without errors.").toEqual([]);
    } catch (error) {
      mkdirSync(pictures, { recursive: true });
      const file = path.join(
        pictures,
        `${inject("engine")} ${name}`.replaceAll(/[^\p{L}\p{N}]+/gu, "-").concat(".png"),
      );
      await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
      console.error(`“${name}” ended at ${page.url()}; a picture of it is ${file}`);
      if (server.web.hasEnded()) console.error(`The server has ended:\n${server.web.output()}`);
      throw error;
    } finally {
      await context.close();
    }
  });
}
