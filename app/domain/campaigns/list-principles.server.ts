import { eq, inArray } from "drizzle-orm";
import { currentSlugs } from "~/domain/content/current-slugs.server";
import { pickSlug } from "~/domain/content/pick-slug";
import type { Context } from "~/domain/context";
import { principles, principleTranslations } from "~db/schema/principles";
import { groupBy } from "./group-by";
import { type Language, languageOf, pickTranslation, wantedLocales } from "./pick-translation";

export interface Principle extends Language {
  /** The same in every language. */
  slug: string;
  /** Its address in the reader's language. */
  address: string;
  /** 1 to 10. */
  position: number;
  title: string;
  short: string;
  long: string;
}

/** The ten principles in their order. */
export async function listPrinciples(ctx: Context, locale: string): Promise<Principle[]> {
  const rows = await ctx.db
    .select({ position: principles.position, text: principleTranslations })
    .from(principles)
    .innerJoin(principleTranslations, eq(principleTranslations.slug, principles.slug))
    .where(inArray(principleTranslations.locale, wantedLocales(locale)))
    .orderBy(principles.position);

  const slugs = await currentSlugs(ctx, "principle", [...new Set(rows.map((row) => row.text.slug))]);
  return groupBy(rows, (row) => row.text.slug).flatMap((ofOne) => {
    const text = pickTranslation(
      ofOne.map((row) => row.text),
      locale,
    );
    if (text === null) return [];
    const { slug, title, short, long } = text;
    const address = pickSlug(slugs.get(slug), locale) ?? slug;
    return [{ slug, address, position: ofOne[0].position, title, short, long, ...languageOf(text) }];
  });
}
