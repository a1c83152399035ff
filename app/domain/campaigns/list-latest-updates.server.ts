import { and, desc, inArray, lte } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { updates, updateTranslations } from "~db/schema/updates";
import { type Language, languageOf, pickTranslation, wantedLocales } from "./pick-translation";

export interface UpdateSummary extends Language {
  slug: string;
  type: (typeof updates.type.enumValues)[number];
  isSample: boolean;
  publishedAt: Date;
  title: string;
  dek: string;
}

/** The newest articles that the reader can read, newest first. One that is dated ahead waits for its day. */
export async function listLatestUpdates(ctx: Context, locale: string, limit: number): Promise<UpdateSummary[]> {
  const wanted = wantedLocales(locale);
  const readable = ctx.db
    .select({ slug: updateTranslations.slug })
    .from(updateTranslations)
    .where(inArray(updateTranslations.locale, wanted));
  const newest = await ctx.db
    .select()
    .from(updates)
    .where(and(lte(updates.publishedAt, ctx.now()), inArray(updates.slug, readable)))
    .orderBy(desc(updates.publishedAt), updates.slug)
    .limit(limit);
  if (newest.length === 0) return [];

  const texts = await ctx.db
    .select({
      slug: updateTranslations.slug,
      locale: updateTranslations.locale,
      status: updateTranslations.status,
      title: updateTranslations.title,
      dek: updateTranslations.dek,
    })
    .from(updateTranslations)
    .where(
      and(
        inArray(updateTranslations.locale, wanted),
        inArray(
          updateTranslations.slug,
          newest.map((update) => update.slug),
        ),
      ),
    );
  return newest.flatMap(({ slug, type, isSample, publishedAt }) => {
    const text = pickTranslation(
      texts.filter((one) => one.slug === slug),
      locale,
    );
    return text === null
      ? []
      : [{ slug, type, isSample, publishedAt, title: text.title, dek: text.dek, ...languageOf(text) }];
  });
}
