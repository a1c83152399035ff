import { updates, updateTranslations } from "../schema/updates";
import { pictureId, seedPicture } from "./pictures";
import type { SeedScope } from "./seed-scope";
import { readArticles, readArticleTexts, type ShippedArticle } from "./updates-file";

/** The sample articles. */
export async function seedUpdates({ db, now }: SeedScope): Promise<void> {
  const articles = readArticles();
  for (const { image } of articles) if (image) await seedPicture({ db, now }, image);
  await db.insert(updates).values(articles.map((article) => ({ slug: article.slug, ...factsOf(article) })));
  await db
    .insert(updateTranslations)
    .values(readArticleTexts().map(({ slug, locale, status, fields }) => ({ slug, locale, status, ...fields })));
}

/** An article without its words, as its table has it. */
export function factsOf(article: ShippedArticle): Omit<typeof updates.$inferInsert, "slug"> {
  return {
    type: article.type,
    isSample: article.sample,
    publishedAt: article.published_at,
    updatedAt: article.updated_at,
    factsAsOf: article.facts_as_of,
    countries: article.countries,
    regions: article.regions,
    principles: article.principles,
    topics: article.topics,
    authors: article.authors,
    sources: article.sources,
    aiAssistance: article.ai_assistance,
    license: article.license ?? null,
    imageId: article.image ? pictureId(article.image) : null,
    facts: article.facts,
  };
}
