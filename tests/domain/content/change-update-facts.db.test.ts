import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approve } from "~/domain/content/approve.server";
import { changeUpdateFacts, findUpdateFacts } from "~/domain/content/change-update-facts.server";
import { newUpdate } from "~/domain/content/new-update.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { getUpdate } from "~/domain/updates/get-update.server";
import { auditLog } from "~db/schema/audit";
import { contentItems } from "~db/schema/content-items";
import { images } from "~db/schema/images";
import { partners } from "~db/schema/partners";
import { searchDocuments } from "~db/schema/search";
import { updates } from "~db/schema/updates";
import { type TestContext, withContext } from "../../support/database";
import { ada, grace, lin, ofPartner } from "./people";

const key = "a-new-law";
const facts = { type: "news", publishedAt: "2026-11-20T08:00:00.000Z" };
const fields = (imageAlt: string | null = null) => ({
  ...{ title: "A new law", dek: "Dek", body: "Body", corrections: [], words: {} },
  imageAlt,
});

/** The article in English and Spanish, before readers. */
async function bringOut(ctx: TestContext, imageAlt: string | null = null) {
  await newUpdate(ctx, ada, { ...facts, key, sourceLocale: "en" }, fields(imageAlt));
  for (const [locale, who] of [
    ["en", ada],
    ["es", lin],
  ] as const) {
    const name = { kind: "update", key, locale, number: 1 };
    if (locale === "es") await saveDraft(ctx, lin, { ...name, fields: fields(), basedOn: null });
    await submitForReview(ctx, who, name);
    await approve(ctx, grace, name);
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
  }
}

test(
  "the facts of an article are changed by who may write it; readers see them at once, and when",
  withContext(async (ctx) => {
    await bringOut(ctx);
    expect((await getUpdate(ctx, key, "es")).updatedAt).toBeNull();
    const found = await findUpdateFacts(ctx, ada, key);
    expect(found).toMatchObject({ type: "news", sources: [] });
    const given = JSON.parse(JSON.stringify(found));
    expect(await changeUpdateFacts(ctx, ada, key, given)).toEqual({ outcome: "already" });
    expect((await getUpdate(ctx, key, "en")).updatedAt).toBeNull();

    const other = {
      ...given,
      publishedAt: "2026-11-19T08:00:00Z",
      sources: [{ title: "Law", publisher: "Parliament" }],
    };
    expect(await changeUpdateFacts(ctx, lin, key, other)).toEqual({ outcome: "notAllowed", why: "role" });
    expect(await changeUpdateFacts(ctx, ada, key, other)).toEqual({ outcome: "done" });
    expect(await getUpdate(ctx, key, "es")).toMatchObject({
      updatedAt: ctx.now(),
      publishedAt: new Date("2026-11-19T08:00:00Z"),
      sources: [{ title: "Law" }],
    });
    const inSearch = await ctx.db
      .select({ publishedAt: searchDocuments.publishedAt })
      .from(searchDocuments)
      .where(and(eq(searchDocuments.kind, "update"), eq(searchDocuments.key, key)));
    expect(inSearch).toEqual(new Array(2).fill({ publishedAt: new Date("2026-11-19T08:00:00Z") }));
    const audited = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "content.facts"));
    expect(audited).toMatchObject([{ actor: "Ada", facts: { kind: "update", key, changed: "publishedAt, sources" } }]);
  }),
);

test(
  "what is faulty changes nothing, and neither name nor language of an article is among its facts",
  withContext(async (ctx) => {
    await bringOut(ctx);
    const paths = async (change: object) => {
      const answer = await changeUpdateFacts(ctx, ada, key, { ...facts, ...change });
      return answer.outcome === "faulty" ? answer.faults.map(({ path }) => path) : answer.outcome;
    };
    const before = await ctx.db.select().from(updates).where(eq(updates.slug, key));
    expect(await paths({ type: "event", facts: { eventAt: "2026-12-01T16:00:00Z", timeZone: "Mars" } })).toEqual([
      "facts.timeZone",
    ]);
    expect(await paths({ principles: ["none"] })).toEqual(["principles"]);
    expect(await paths({ key: "other" })).toHaveLength(1);
    expect(await paths({ sourceLocale: "es" })).toHaveLength(1);
    expect(await ctx.db.select().from(updates).where(eq(updates.slug, key))).toEqual(before);
    for (const none of ["none", "a\0b", ""]) {
      expect(await changeUpdateFacts(ctx, ada, none, facts)).toEqual({ outcome: "notFound" });
    }
    expect(await findUpdateFacts(ctx, ada, "none")).toBeNull();
  }),
);

test(
  "a picture needs words in every language that readers see, and a guide a check",
  withContext(async (ctx) => {
    const imageId = ctx.newId();
    await ctx.db
      .insert(images)
      .values({ id: imageId, sha256: "0", width: 1, height: 1, credit: null, isSample: false, createdAt: ctx.now() });
    await bringOut(ctx, "A map");
    const answer = await changeUpdateFacts(ctx, ada, key, { ...facts, imageId });
    expect(answer).toEqual({
      outcome: "faulty",
      faults: [{ path: "es.imageAlt", fault: "alternativeText", detail: `image:${imageId}` }],
    });
    const review = {
      ...{ product: "Lamp", vendor: "Maker", reviewedAt: "2026-11-01", hoursSpent: 3, warning: false },
      results: { account: "pass" },
    };
    expect(await changeUpdateFacts(ctx, ada, key, { ...facts, type: "guide", facts: { review } })).toMatchObject({
      faults: [{ path: "en.words.review" }, { path: "es.words.review" }],
    });
  }),
);

test(
  "a partner changes the facts of its own article until the host has brought it before readers",
  withContext(async (ctx) => {
    const [mine, other] = await ctx.db.select({ id: partners.id }).from(partners).limit(2);
    if (!mine || !other) throw new Error("There are no partners.");
    const amina = ofPartner("Amina", mine.id, "editor");
    await newUpdate(ctx, amina, { ...facts, key, sourceLocale: "en" }, fields());
    const change = (who: typeof ada, topics: string[]) => changeUpdateFacts(ctx, who, key, { ...facts, topics });
    expect(await change(amina, ["law"])).toEqual({ outcome: "done" });
    expect(await change(ofPartner("Ben", other.id, "editor"), ["x"])).toEqual({ outcome: "notFound" });
    expect(await findUpdateFacts(ctx, ofPartner("Ben", other.id, "editor"), key)).toBeNull();
    const name = { kind: "update", key, locale: "en", number: 1 };
    await submitForReview(ctx, amina, name);
    await approve(ctx, grace, name);
    await publish(ctx, grace, name);
    expect(await change(amina, ["another"])).toEqual({ outcome: "notAllowed", why: "role" });
    expect(await change(grace, ["another"])).toEqual({ outcome: "done" });
    const [item] = await ctx.db.select().from(contentItems).where(eq(contentItems.key, key));
    expect(item?.partnerId).toBe(mine.id);
  }),
);
