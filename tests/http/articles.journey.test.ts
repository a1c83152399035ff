import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { approve } from "~/domain/content/approve.server";
import { newUpdate } from "~/domain/content/new-update.server";
import { publish } from "~/domain/content/publish.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { storeImage } from "~/domain/images/store-image.server";
import { connectDatabase } from "~db/connect";
import { contentRevisions } from "~db/schema/content-items";
import { partners } from "~db/schema/partners";
import { ada, grace } from "../domain/content/people";
import { wordsIn } from "../journeys/words";
import { createDatabase, dropDatabase } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { migrateAndSeed } from "../support/seeded";
import { type TestContext, testContext } from "../support/test-context";
import { textOf } from "./page-text";

const dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-data-"));
let databaseUrl: string | undefined;
let server: RunningServer | undefined;

const deepList = Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- deep`).join("\n");
const hugeTable = `|${"a|".repeat(120)}\n|${"-|".repeat(120)}\n${`|${"<img src=x onerror=alert(1)>|".repeat(120)}\n`.repeat(60)}`;
/** What nobody can save is put here by another hand: the page must hold by itself. */
const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<iframe src=//evil.example></iframe><style>*{display:none}</style>",
  "[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](&#x6A;avascript:alert(1)) [d](//evil.example)",
  "[e](data:text/html;base64,PHNjcmlwdD4=) ![f](data:image/svg+xml;base64,PHN2Zz4=) ![g](https://evil.example/p.gif)",
  '<https://ok.example/" onclick=alert(1)>',
  "```html\n</pre></div><script>alert(1)</script>\n```",
  hugeTable,
  deepList,
].join("\n\n");

beforeAll(async () => {
  if (inject("engine") === "postgres") databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const connection = await connectDatabase({ databaseUrl, dataDir });
  await migrateAndSeed(connection);
  const ctx = testContext(connection.db);
  await bringOut(ctx, "hostile", { type: "news" }, { body: "Body" }, hostile);
  await bringOutTyped(ctx);
  await connection.close();
  server = await runServer(databaseUrl === undefined ? { dataDir } : { databaseUrl });
});

afterAll(async () => {
  await server?.stop();
  if (databaseUrl !== undefined) await dropDatabase(databaseUrl);
  rmSync(dataDir, { recursive: true, force: true });
});

/** @param smuggled what stands in the place of the body when it is published */
async function bringOut(ctx: TestContext, key: string, facts: object, words: object, smuggled?: string) {
  const fields = { title: `An article: ${key}`, dek: "Dek", imageAlt: null, corrections: [], words: {}, ...words };
  const given = { sourceLocale: "en", publishedAt: "2026-11-20T08:00:00Z", ...facts, key };
  expect(await newUpdate(ctx, ada, given, fields)).toMatchObject({ outcome: "created" });
  const name = { kind: "update", key, locale: "en", number: 1 };
  await submitForReview(ctx, ada, name);
  await approve(ctx, grace, name);
  if (smuggled !== undefined) {
    const other = { ...fields, title: "<script>alert(1)</script>", body: smuggled };
    await ctx.db.update(contentRevisions).set({ fields: other }).where(eq(contentRevisions.state, "approved"));
  }
  expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
}

async function bringOutTyped(ctx: TestContext) {
  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: "#123456" } })
    .png()
    .toBuffer();
  const imageId = await storeImage(ctx, { body: picture, credit: "Ada, CC BY 4.0", isSample: false });
  const body = { body: `![A map](image:${imageId})`, imageAlt: "A map" };
  const [partner] = await ctx.db.select().from(partners);
  const later = { expiresAt: "2027-01-01T00:00:00Z", readingLevel: "everyone", reviewDue: "2027-05-01" };
  await bringOut(ctx, "news-of-today", { type: "news", imageId, facts: { expiresAt: later.expiresAt } }, body);
  await bringOut(ctx, "news-of-before", { type: "news", facts: { expiresAt: "2026-11-21T00:00:00Z" } }, { body: "x" });
  await bringOut(ctx, "explained", { type: "explainer", facts: later }, { body: "x" });
  const brief = { jurisdictions: ["KE", "EU"], pdfUrl: "https://files.example/brief.pdf" };
  await bringOut(ctx, "brief", { type: "policy_brief", facts: brief }, { body: "x" });
  const story = { partnerSlug: partner?.slug, peopleShown: "consented" };
  await bringOut(ctx, "story", { type: "partner_story", facts: story }, { body: "x" });
  const review = {
    ...{ product: "Lamp", vendor: "Maker", reviewedAt: "2026-11-01", hoursSpent: 3, warning: false },
    ...{ results: { account: "pass" }, previousReview: "sample-guide-smart-lamp" },
  };
  const check = { category: "Lamps", criteria: [{ id: "account", label: "Account", note: "None" }], tips: [] };
  await bringOut(ctx, "guide", { type: "guide", facts: { review } }, { body: "x", words: { review: check } });
}

async function get(where: string): Promise<Response> {
  if (server === undefined) throw new Error("The server does not run.");
  return server.fetch(where);
}

test("a hostile article stays harmless, and its page is guarded like every other", async () => {
  const [answer, other] = await Promise.all([get("/en/updates/hostile"), get("/en/updates/explained")]);
  expect(answer.status).toBe(200);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toBe(other.headers.get("content-security-policy"));
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");

  const html = await answer.text();
  const tags = html.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    expect(tag).not.toMatch(/^<(iframe|object|embed|form action="\/\/)/i);
    expect(tag).not.toMatch(/\son\w+\s*=|javascript:|vbscript:|(href|src|srcset)="(data:|\/\/)|evil\.example/i);
  }
  const scripts = tags.filter((tag) => tag.startsWith("<script"));
  const usual = ((await other.text()).match(/<script[^>]*>/g) ?? []).map((tag) => tag.replace(/".*"/, ""));
  expect(scripts.map((tag) => tag.replace(/".*"/, ""))).toEqual(usual);
  expect(html).not.toMatch(/<script[^>]*>\s*alert/);
  for (const name of ["ul", "table", "li", "pre", "div", "section", "main"]) {
    const count = (pattern: string) => html.match(new RegExp(pattern, "g"))?.length ?? 0;
    expect(count(`<${name}[\\s>]`), name).toBe(count(`</${name}>`));
  }
  expect(textOf(html)).toContain("alert(1)");
});

test("in lists, feeds and the search it is harmless as well", async () => {
  for (const where of ["/en/updates", "/en/updates.rss", "/en/search?q=article", "/en"]) {
    const answer = await get(where);
    expect(answer.status, where).toBe(200);
    expect(await answer.text(), where).not.toMatch(/<script[^>]*>\s*alert/);
  }
});

test("an article says what belongs to its type, in the words of its reader", async () => {
  const said = async (key: string, locale = "en") => {
    const answer = await get(`/${locale}/updates/${key}`);
    expect(answer.status, key).toBe(200);
    const html = await answer.text();
    return { html, text: textOf(html) };
  };
  const t = wordsIn("en");
  const today = await said("news-of-today");
  expect(today.text).toContain("News until January 1, 2027");
  expect(today.html.match(/<figcaption[^>]*><bdi>Ada, CC BY 4\.0<\/bdi>/g)).toHaveLength(2);
  expect((await said("news-of-before")).text).toContain("This was news until November 21, 2026.");
  const explained = await said("explained");
  expect(explained.text).toContain(`${t("updates:facts.audience")} ${t("updates:facts.audiences.everyone")}`);
  expect(explained.text).toContain(`${t("updates:facts.reviewDue")} May 1, 2027`);
  const brief = await said("brief");
  expect(brief.text).toContain("Kenya and European Union");
  expect(brief.html).toContain('href="https://files.example/brief.pdf"');
  expect((await said("story")).text).toContain(t("updates:facts.people.consented"));
  expect((await said("guide")).html).toContain('href="/en/updates/sample-guide-smart-lamp"');
  const german = await said("brief", "de");
  expect(german.text).toContain("Kenia und Europäische Union");
  expect(german.text).toContain(wordsIn("de")("updates:facts.pdf"));
});
