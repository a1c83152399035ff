import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { markStale, showText } from "../content/show-text";
import type { Database } from "../database";
import { contentHash } from "../schema/content/content-hash";
import { revisionFields } from "../schema/content/revision-fields";
import type { UpdateContent } from "../schema/content/update-content";
import { contentItems, contentRevisions } from "../schema/content-items";
import { updates } from "../schema/updates";
import { indexContent } from "../search/index-content";
import { seedPicture } from "./pictures";
import type { SeedScope } from "./seed-scope";
import { factsOf } from "./updates";
import { readArticles, readArticleTexts, type ShippedArticle } from "./updates-file";

/** What the English of the samples said in earlier versions of the product, as `contentHash` has it. */
const former: Readonly<Record<string, readonly string[]>> = {
  "sample-draft-federal-privacy-bill": ["852e6c377b02d102fa0473cb3e071a2c07adff3e3994b83f1984a5148278bd59"],
  "sample-floor-or-ceiling": ["56f8905305e53704b30b00e4fd02a1d0885737ecb9e60645f62de64efe2a8b40"],
  "sample-guide-smart-lamp": ["38c5fbeb1e933db261f8d5e7bc2f66a1f2172a44af51befecf8361857fe81875"],
  "sample-partner-workshop-kisumu": ["166656a76df805eddd5cd1ae1c42154ef7059b3be8afdfbccb667f81c32d7343"],
  "sample-reading-chatbot-notices": ["3ebebdf69ace0cd87f9e9918e15e9481d643c81639b0bea4abd5fec30ce29948"],
  "sample-three-changes-2024": ["e7c12b7c71d7fff7f708a11e14c146f98d5197486a2475a41f25c1c891e3b9dd"],
};

/**
 * Lets the sample articles of a database that was filled before say what they say in the product now, as a new version:
 * only where readers see what came then and nobody has begun to change it. An article that came later is not added, for
 * a running site needs no new sample.
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

    const [newest] = await db
      .select()
      .from(contentRevisions)
      .where(and(eq(contentRevisions.itemId, item.id), eq(contentRevisions.locale, item.sourceLocale)))
      .orderBy(desc(contentRevisions.number))
      .limit(1);
    if (newest?.state !== "published" || !former[article.slug]?.includes(newest.sha256)) continue;

    await completeFacts({ db, now }, article);
    const fields = revisionFields.update.parse(text.fields);
    if (contentHash(fields) === newest.sha256) continue;
    await showText(db, item, { ...text, isStale: false }, () => item.id);
    await addVersion({ db, now }, newest, fields);
    await markStale(db, item, await listTranslations(db, item));
    await indexContent(db, { kind: "update", key: item.key, locale: item.sourceLocale });
  }
}

type Item = typeof contentItems.$inferSelect;
type Revision = typeof contentRevisions.$inferSelect;

/** What the samples did not tell in earlier versions: none had a day until which its facts are true. */
async function completeFacts({ db, now }: Pick<SeedScope, "db" | "now">, article: ShippedArticle): Promise<void> {
  if (article.image) await seedPicture({ db, now }, article.image);
  const { factsAsOf, facts, aiAssistance, license, imageId } = factsOf(article);
  await db
    .update(updates)
    .set({ factsAsOf, facts, aiAssistance, license, imageId })
    .where(and(eq(updates.slug, article.slug), isNull(updates.factsAsOf)));
}

async function addVersion(
  { db, now }: Pick<SeedScope, "db" | "now">,
  newest: Revision,
  fields: UpdateContent,
): Promise<void> {
  const { itemId, locale, number } = newest;
  await db
    .update(contentRevisions)
    .set({ state: "archived", archivedAt: now })
    .where(
      and(
        eq(contentRevisions.itemId, itemId),
        eq(contentRevisions.locale, locale),
        eq(contentRevisions.number, number),
      ),
    );
  const sha256 = contentHash(fields);
  await db
    .insert(contentRevisions)
    .values({ ...newest, number: number + 1, fields, sha256, writtenAt: now, publishedAt: now });
}

/** The languages that readers see it in, all of them translated from what it said before. */
async function listTranslations(db: Database, item: Item): Promise<string[]> {
  const rows = await db
    .select({ locale: contentRevisions.locale })
    .from(contentRevisions)
    .where(
      and(
        eq(contentRevisions.itemId, item.id),
        eq(contentRevisions.state, "published"),
        ne(contentRevisions.locale, item.sourceLocale),
      ),
    );
  return rows.map(({ locale }) => locale);
}
