import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { approve } from "~/domain/content/approve.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { locales } from "~/i18n/locales";
import { connectDatabase } from "~db/connect";
import { ada, grace, newestOf, principle } from "../domain/content/people";
import { wordsIn } from "../journeys/words";
import { createDatabase, dropDatabase } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { migrateAndSeed } from "../support/seeded";
import { type TestContext, testContext } from "../support/test-context";
import { textOf } from "./page-text";

/** Their addresses in Arabic and in English: from the first to the one of now. */
const moved = [
  {
    kind: "campaign",
    folder: "campaigns",
    ar: ["privacy-for-all", "الخصوصية", "الخصوصية-للجميع"],
    en: ["privacy-for-all", "privacy", "privacy-for-everyone"],
  },
  {
    kind: "principle",
    folder: "principles",
    ar: ["data-minimization", "بيانات-أقل", "أقل-ما-يمكن"],
    en: ["data-minimization", "less", "less-data"],
  },
  {
    kind: "update",
    folder: "updates",
    ar: [],
    en: ["sample-floor-or-ceiling", "floor-or-ceiling", "floor"],
  },
] as const;

const dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-data-"));
let databaseUrl: string | undefined;
let server: RunningServer | undefined;

beforeAll(async () => {
  if (inject("engine") === "postgres") databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const connection = await connectDatabase({ databaseUrl, dataDir });
  await migrateAndSeed(connection);
  await move(testContext(connection.db));
  await changeSource(testContext(connection.db));
  await connection.close();
  server = await runServer(databaseUrl === undefined ? { dataDir } : { databaseUrl });
});

afterAll(async () => {
  await server?.stop();
  if (databaseUrl !== undefined) await dropDatabase(databaseUrl);
  rmSync(dataDir, { recursive: true, force: true });
});

async function move(ctx: TestContext): Promise<void> {
  for (const { kind, ...slugs } of moved) {
    for (const locale of ["ar", "en"] as const) {
      for (const slug of slugs[locale].slice(1)) {
        const answer = await changeAddress(ctx, ada, { kind, key: slugs.en[0], locale, slug });
        expect(answer, slug).toEqual({ outcome: "done" });
      }
    }
  }
}

async function changeSource(ctx: TestContext): Promise<void> {
  const fields = { title: "Less data", short: "Collect less.", long: "Collect less, keep less." };
  const name = { ...principle, locale: "en", number: 2 };
  await saveDraft(ctx, ada, { ...principle, locale: "en", fields, basedOn: await newestOf(ctx, principle, "en") });
  await submitForReview(ctx, ada, name);
  await approve(ctx, grace, name);
  expect(await publish(ctx, ada, name)).toEqual({ outcome: "done" });
}

async function get(where: string): Promise<Response> {
  if (server === undefined) throw new Error("The server does not run.");
  return server.fetch(where);
}

const cases = moved.flatMap(({ folder, ...slugs }) =>
  (["ar", "en"] as const).flatMap((locale) => {
    const [first, second, now] = slugs[locale];
    if (now === undefined) return [];
    return [first, second].map((old) => ({ locale, folder, old, now }));
  }),
);

describe("An address of before leads to the one of now, for good and with the query", () => {
  test.each(cases)("/$locale/$folder/$old", async ({ locale, folder, old, now }) => {
    const answer = await get(`${encodeURI(`/${locale}/${folder}/${old}`)}?country=KE&ref=%2Fa`);
    expect(answer.status).toBe(301);
    const target = answer.headers.get("location") ?? "";
    expect(target).toBe(`${encodeURI(`/${locale}/${folder}/${now}`)}?country=KE&ref=%2Fa`);
    const page = await get(target);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(/<html lang="([^"]*)"/.exec(html)?.[1]).toBe(locale);
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(new URL(canonical).pathname).toBe(encodeURI(`/${locale}/${folder}/${now}`));
  });
});

const below = ["take-action", "lawmakers", "where"];

describe("A page below a campaign is one page, by whatever address of the campaign somebody came", () => {
  test.each(moved[0].ar.flatMap((slug) => below.map((page) => [slug, page])))(
    "/ar/campaigns/%s/%s",
    async (slug, page) => {
      const answer = await get(encodeURI(`/ar/campaigns/${slug}/${page}`));
      expect(answer.status).toBe(200);
      const html = await answer.text();
      const links = [...html.matchAll(/<link rel="(?:canonical|alternate)"[^>]* href="([^"]*\/campaigns\/[^"]*)"/g)];
      expect(links).toHaveLength(locales.length + 2);
      expect(new URL(links[0]?.[1] ?? "").pathname).toBe(`/ar/campaigns/privacy-for-all/${page}`);
      for (const [, href = ""] of links) expect(href).toMatch(new RegExp(`/campaigns/privacy-for-all/${page}$`));
    },
  );
});

test("search engines read addresses in letters that an address has", async () => {
  const html = await (await get(encodeURI("/ar/campaigns/الخصوصية-للجميع"))).text();
  const links = [...html.matchAll(/<(?:link|meta)[^>]* (?:href|content)="(http[^"]*)"/g)].map(([, href = ""]) => href);
  expect(links).toContain(new URL(encodeURI("/ar/campaigns/الخصوصية-للجميع"), links[0]).href);
  for (const link of links) expect(link).toMatch(/^[\x21-\x7e]+$/);
});

test("an address of another language leads to the one of the reader's", async () => {
  const answer = await get(encodeURI("/en/principles/أقل-ما-يمكن"));
  expect([answer.status, answer.headers.get("location")]).toEqual([301, "/en/principles/less-data"]);
});

test("an address that was taken back does not send browsers in a circle: they ask again each time", async () => {
  const answer = await get("/en/principles/less");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([301, "no-cache"]);
});

test("an address whose letters are put together in another way leads to the one of now", async () => {
  const answer = await get(encodeURI("/ar/principles/أقل-ما-يمكن".normalize("NFD")));
  expect([answer.status, answer.headers.get("location")]).toEqual([301, encodeURI("/ar/principles/أقل-ما-يمكن")]);
});

test("an address that nothing ever had is not found", async () => {
  for (const { folder } of moved) expect((await get(`/en/${folder}/never-there`)).status).toBe(404);
});

test("a translation says that its original was changed since, and the original does not", async () => {
  const pages = [
    ["ar", encodeURI("/ar/principles/أقل-ما-يمكن")],
    ["ar", "/ar/principles"],
    ["ar", "/ar"],
    ["en", "/en/principles/less-data"],
    ["en", "/en"],
    ["ar", "/ar/principles/civil-rights"],
    ["ar", encodeURI("/ar/campaigns/الخصوصية-للجميع")],
  ] as const;
  const saidOn: string[] = [];
  for (const [locale, where] of pages) {
    const answer = await get(where);
    expect(answer.status, where).toBe(200);
    if (textOf(await answer.text()).includes(wordsIn(locale)("site:stale"))) saidOn.push(decodeURI(where));
  }
  expect(saidOn).toEqual(["/ar/principles/أقل-ما-يمكن", "/ar/principles", "/ar"]);
});
