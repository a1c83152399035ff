import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { saveDraft } from "~/domain/content/save-draft.server";
import { searchContent } from "~/domain/search/search-content.server";
import { getUpdate } from "~/domain/updates/get-update.server";
import { contentHash } from "~db/schema/content/content-hash";
import { revisionFields } from "~db/schema/content/revision-fields";
import { contentItems, contentRevisions, contentSlugs } from "~db/schema/content-items";
import { imageFiles, images } from "~db/schema/images";
import { searchDocuments } from "~db/schema/search";
import { updates, updateTranslations } from "~db/schema/updates";
import { seedDatabase } from "~db/seed/seed";
import { ada, newestOf, versionsOf } from "../../domain/content/people";
import { type TestContext, withContext } from "../../support/database";

const later = new Date("2027-05-01T00:00:00Z");
const guide = { kind: "update", key: "sample-guide-smart-lamp" };
const event = "sample-evening-on-data-rights";

/** As the product came before its articles had a verdict, a picture and a day until which their facts are true. */
async function asBefore({ db }: TestContext): Promise<void> {
  const [shown] = await db
    .select()
    .from(updateTranslations)
    .where(and(eq(updateTranslations.slug, guide.key), eq(updateTranslations.locale, "en")));
  const { review } = revisionFields.update.parse(shown).words;
  const words = { review: { ...review, verdict: undefined, vendorReply: undefined } };
  const fields = revisionFields.update.parse({ ...shown, words, imageAlt: null });
  await db.update(updates).set({ factsAsOf: null, imageId: null }).where(eq(updates.slug, guide.key));
  await db.delete(imageFiles);
  await db.delete(images);
  const isGuide = and(eq(updateTranslations.slug, guide.key), eq(updateTranslations.locale, "en"));
  await db.update(updateTranslations).set(fields).where(isGuide);
  const [item] = await db.select().from(contentItems).where(eq(contentItems.key, guide.key));
  if (item === undefined) throw new Error("There is no guide.");
  await db
    .update(contentRevisions)
    .set({ fields, sha256: contentHash(fields) })
    .where(and(eq(contentRevisions.itemId, item.id), eq(contentRevisions.locale, "en")));
  await withoutArticle(db, event);
}

async function withoutArticle(db: TestContext["db"], key: string): Promise<void> {
  const [item] = await db.select().from(contentItems).where(eq(contentItems.key, key));
  if (item === undefined) return;
  await db.delete(contentSlugs).where(eq(contentSlugs.itemId, item.id));
  await db.delete(contentRevisions).where(eq(contentRevisions.itemId, item.id));
  await db.delete(contentItems).where(eq(contentItems.id, item.id));
  await db.delete(updateTranslations).where(eq(updateTranslations.slug, key));
  await db.delete(updates).where(eq(updates.slug, key));
  await db.delete(searchDocuments).where(eq(searchDocuments.key, key));
}

test(
  "a sample that nobody has touched says what it says now, as a new version",
  withContext(async (ctx) => {
    const asShipped = await getUpdate(ctx, guide.key, "en");
    await asBefore(ctx);
    expect(await getUpdate(ctx, guide.key, "en")).not.toEqual(asShipped);

    await seedDatabase(ctx.db, later);
    expect(await getUpdate(ctx, guide.key, "en")).toEqual(asShipped);
    expect((await versionsOf(ctx, guide, "en")).map(({ number, state }) => [number, state])).toEqual([
      [1, "archived"],
      [2, "published"],
    ]);
    expect((await searchContent(ctx, "curious app", "en")).hits[0]).toMatchObject({ key: guide.key });
    expect(await ctx.db.select().from(updates).where(eq(updates.slug, event))).toEqual([]);

    const once = await ctx.db.select().from(contentRevisions);
    await seedDatabase(ctx.db, later);
    expect(await ctx.db.select().from(contentRevisions)).toEqual(once);
  }),
);

test(
  "a sample that somebody has begun to change stays as it is",
  withContext(async (ctx) => {
    await asBefore(ctx);
    const basedOn = await newestOf(ctx, guide, "en");
    const fields = { ...Object((await versionsOf(ctx, guide, "en")).at(-1)?.fields), title: "t" };
    const saved = await saveDraft(ctx, ada, { ...guide, locale: "en", fields, basedOn });
    expect(saved).toMatchObject({ outcome: "saved" });
    const before = await getUpdate(ctx, guide.key, "en");

    await seedDatabase(ctx.db, later);
    expect(await getUpdate(ctx, guide.key, "en")).toEqual(before);
  }),
);

test(
  "a sample that was changed by hand, before texts had versions, stays as it is",
  withContext(async (ctx) => {
    await asBefore(ctx);
    const isGuide = and(eq(updateTranslations.slug, guide.key), eq(updateTranslations.locale, "en"));
    await ctx.db.update(updateTranslations).set({ title: "Edited by hand" }).where(isGuide);
    for (const table of [contentSlugs, contentRevisions, contentItems]) await ctx.db.delete(table);

    await seedDatabase(ctx.db, later);
    expect((await getUpdate(ctx, guide.key, "en")).text).toMatchObject({ title: "Edited by hand" });
    expect(await versionsOf(ctx, guide, "en")).toHaveLength(1);
  }),
);
