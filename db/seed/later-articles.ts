import { and, eq } from "drizzle-orm";
import { markStale, showText } from "../content/show-text";
import { contentHash } from "../schema/content/content-hash";
import { revisionFields } from "../schema/content/revision-fields";
import { contentItems, contentRevisions } from "../schema/content-items";
import { updates } from "../schema/updates";
import { indexContent } from "../search/index-content";
import { AUTHOR } from "./content-items";
import { seedPicture } from "./pictures";
import type { SeedScope } from "./seed-scope";
import { factsOf } from "./updates";
import { readArticles, readArticleTexts } from "./updates-file";

/**
 * Lets the sample articles of a database that was filled before say what they say in the product now, as a new version:
 * only where nobody else has written or taken away one. An article that came later is not added, for a running site
 * needs no new sample.
 */
export async function seedLaterArticles({ db, now }: Pick<SeedScope, "db" | "now">): Promise<void> {
  const texts = readArticleTexts();
  for (const article of readArticles()) {
    const [item] = await db
      .select()
      .from(contentItems)
      .where(and(eq(contentItems.kind, "update"), eq(contentItems.key, article.slug)));
    const text = texts.find(({ slug, locale }) => slug === article.slug && locale === item?.sourceLocale);
    if (item === undefined || text === undefined) continue;

    const ofItem = await db
      .select()
      .from(contentRevisions)
      .where(eq(contentRevisions.itemId, item.id))
      .orderBy(contentRevisions.number);
    const versions = ofItem.filter(({ locale }) => locale === item.sourceLocale);
    const newest = versions.at(-1);
    const fields = revisionFields.update.parse(text.fields);
    const sha256 = contentHash(fields);
    if (newest?.state !== "published" || versions.some(({ writtenBy }) => writtenBy !== AUTHOR)) continue;
    if (newest.sha256 === sha256) continue;

    if (article.image) await seedPicture({ db, now }, article.image);
    await db.update(updates).set(factsOf(article)).where(eq(updates.slug, article.slug));
    await showText(db, item, { ...text, isStale: false }, () => item.id);
    const isNewest = and(
      eq(contentRevisions.itemId, item.id),
      eq(contentRevisions.locale, item.sourceLocale),
      eq(contentRevisions.number, newest.number),
    );
    await db.update(contentRevisions).set({ state: "archived", archivedAt: now }).where(isNewest);
    await db.insert(contentRevisions).values({
      ...newest,
      number: newest.number + 1,
      fields,
      sha256,
      writtenAt: now,
      publishedAt: now,
    });
    const translated = ofItem.filter(({ locale, state }) => locale !== item.sourceLocale && state === "published");
    await markStale(
      db,
      item,
      translated.map(({ locale }) => locale),
    );
    await indexContent(db, { kind: "update", key: article.slug, locale: item.sourceLocale });
  }
}
