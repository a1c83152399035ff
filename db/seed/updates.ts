import { updates, updateTranslations } from "../schema/updates";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";
import { updatesFile } from "./updates-file";

/** The sample articles. */
export async function seedUpdates({ db }: SeedScope): Promise<void> {
  const files = readContentByLocale("updates", updatesFile);
  const bySlug = new Map(files.flatMap(({ content }) => content.items.map((item) => [item.slug, item] as const)));

  await db.insert(updates).values(
    [...bySlug.values()].map((item) => ({
      slug: item.slug,
      type: item.type,
      isSample: item.sample,
      publishedAt: item.published_at,
      updatedAt: item.updated_at,
      countries: item.countries,
      regions: item.regions,
      principles: item.principles,
      topics: item.topics,
      authors: item.authors,
      sources: item.sources,
      aiAssistance: item.ai_assistance,
      license: item.research?.license.replace(/^CC BY 4\.0$/, "CC-BY-4.0") ?? null,
      facts: item.facts,
    })),
  );
  await db.insert(updateTranslations).values(
    files.flatMap(({ locale, content }) =>
      content.items.map((item) => ({
        slug: item.slug,
        locale,
        status: content.translation_status,
        title: item.title,
        dek: item.dek,
        body: item.body_markdown,
        corrections: item.corrections,
        words: item.words,
      })),
    ),
  );
}
