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
  journeyOfMany(name, async (meet) => story(await meet(options)));
}

/** As {@link journey}, with everybody whom the story meets in a browser of their own. */
export function journeyOfMany(
  name: string,
  story: (meet: (options: VisitorOptions) => Promise<Visitor>) => Promise<void>,
  timeout?: number,
) {
  test(
    name,
    async () => {
      const met: Visitor[] = [];
      const meet = async (options: VisitorOptions) => {
        const visitor = await newVisitor(options);
        met.push(visitor);
        return visitor;
      };
      try {
        await story(meet);
        for (const { takeFaults } of met) {
          const faults = await takeFaults();
          expect(faults, "A page speaks to its own host only, without cookies and without errors.").toEqual([]);
        }
      } catch (error) {
        for (const [at, { page }] of met.entries()) await leavePicture(page, at === 0 ? name : `${name} ${at + 1}`);
        const faults = server.web.output().match(/^.*"level":(50|"error").*$/gm);
        if (faults) console.error(`The server said:\n${faults.slice(-3).join("\n")}`);
        if (server.web.hasEnded()) console.error(`The server has ended:\n${server.web.output()}`);
        throw error;
      } finally {
        for (const { page } of met) await page.context().close();
      }
    },
    timeout,
  );
}

async function newVisitor(options: VisitorOptions): Promise<Visitor> {
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
  return { page, server, takeFaults, open: async (where) => void (await page.goto(where)) };
}

async function leavePicture(page: Page, name: string) {
  mkdirSync(pictures, { recursive: true });
  const words = `${inject("engine")} ${name}`.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const file = path.join(pictures, `${words}.png`);
  await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
  console.error(`“${name}” ended at ${page.url()}; a picture of it is ${file}`);
}
