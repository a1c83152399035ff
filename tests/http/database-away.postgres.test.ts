import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Locale } from "~/i18n/locales";
import { wordsIn } from "../journeys/words";
import { confirmationLink } from "../support/mail-links";
import { createDatabase, type PostgresCluster, startPostgres } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { headingOf } from "./page-text";

const RECOVERY_MS = 30_000;
/** So long a page may still come from memory. */
const PAGES_KEPT_MS = 2_100;
const campaign = "/campaigns/privacy-for-all";

let cluster: PostgresCluster;
beforeAll(async () => {
  cluster = await startPostgres({ durable: true });
});
afterAll(() => cluster?.remove());

describe("A database that goes away and comes back", () => {
  let server: RunningServer;
  beforeAll(async () => {
    await cluster.start();
    server = await runServer({ databaseUrl: await createDatabase(cluster.url(), { name: "away" }) });
  });
  afterAll(() => server?.stop());

  test.each(["orderly", "crash"] as const)(
    "%s: pages say so, nothing is acknowledged, and all recovers by itself",
    async (how) => {
      const before = `before-${how}@example.org`;
      expect((await sign(server, before)).status).toBe(303);
      const link = new URL(confirmationLink(await server.mailTo(before))).pathname;

      await publicNumbers(server);
      await cluster.stop(how);
      const numbers = await publicNumbers(server);
      await sleep(PAGES_KEPT_MS);
      for (const locale of ["en", "es", "ar"] as const) {
        for (const path of ["", campaign, `${campaign}/take-action?country=KE`]) {
          await expectAwayPage(await server.fetch(`/${locale}${path}`), locale);
        }
      }
      await expectAwayPage(await sign(server, `during-${how}@example.org`), "en");
      await expectAwayPage(await server.fetch(link), "en");
      await expectAwayPage(await server.fetch(link, { method: "POST" }), "en");

      expect((await server.fetch("/api/v1/lawmakers?zip=94110")).status, "Answered from memory.").toBe(200);
      expect((await server.fetch("/healthz")).status, "Starting it anew would not help.").toBe(200);
      const ready = await server.fetch("/readyz");
      expect(ready.status).toBe(503);
      expect(ready.headers.get("retry-after")).toMatch(/^\d+$/);

      expect(await publicNumbers(server), "As last read, with the time of that reading.").toEqual(numbers);

      await cluster.start();
      await untilReady(server);
      expect((await server.fetch(`/en${campaign}`)).status).toBe(200);
      expect((await server.fetch(link)).status, "What was acknowledged is still there.").toBe(200);
      expect((await server.fetch(link, { method: "POST" })).status).toBe(303);
      const after = `after-${how}@example.org`;
      expect((await sign(server, after)).status).toBe(303);
      await server.mailTo(after);
      expect((await server.mails()).filter(({ to }) => to.includes("during-"))).toEqual([]);
    },
  );
});

test("a server that is started while the database is away serves as soon as it is back", async () => {
  await cluster.start();
  const databaseUrl = await createDatabase(cluster.url(), { name: "late" });
  await cluster.stop();
  const server = await runServer({ databaseUrl, withoutDatabase: true });
  try {
    expect((await server.fetch("/readyz")).status).toBe(503);
    await expectAwayPage(await server.fetch(`/ar${campaign}`), "ar");
    expect((await server.fetch("/api/v1/lawmakers?zip=94110")).status).toBe(503);
    expect((await server.fetch(`/en${campaign}/lawmakers?zip=94110`)).status).toBe(503);
    for (const numbers of ["count", "regions"]) {
      const answer = await server.fetch(`/api/v1${campaign}/${numbers}`);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(errorCode.parse(await answer.json()).error.code).toBe("database-away");
    }

    await cluster.start();
    await untilReady(server);
    expect((await server.fetch(`/ar${campaign}`)).status).toBe(200);
    expect((await server.fetch("/api/v1/lawmakers?zip=94110")).status).toBe(200);
    expect((await sign(server, "early@example.org")).status).toBe(303);
    await server.mailTo("early@example.org");
  } finally {
    await server.stop();
  }
});

/** Count and regions; both are answered, whatever the database does. */
async function publicNumbers(server: RunningServer): Promise<unknown[]> {
  const answers = await Promise.all(
    ["count", "regions"].map((numbers) => server.fetch(`/api/v1${campaign}/${numbers}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  return Promise.all(answers.map((answer) => answer.json()));
}

const errorCode = z.object({ error: z.object({ code: z.string() }) });

function sign(server: RunningServer, email: string): Promise<Response> {
  const body = new URLSearchParams({ name: "Ada Lovelace", email, country: "KE" });
  return server.fetch(`/en${campaign}`, { method: "POST", body });
}

/** A page of the site with its style, which says when to try again and that nothing was stored. */
async function expectAwayPage(answer: Response, locale: Locale) {
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  expect(html).toContain(`<html lang="${locale}"`);
  expect(html).toContain('<link rel="stylesheet"');
  expect(headingOf(html)).toBe(wordsIn(locale)("errors:databaseAway.title"));
}

async function untilReady(server: RunningServer) {
  const deadline = Date.now() + RECOVERY_MS;
  while ((await server.fetch("/readyz")).status !== 200) {
    if (Date.now() > deadline) throw new Error(`The server did not recover.\n${server.web.output()}`);
    await sleep(100);
  }
}
