import {
  and,
  arrayContains,
  arrayOverlaps,
  count,
  desc,
  eq,
  exists,
  inArray,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Language, languageOf, pickTranslation, wantedLocales } from "~/domain/campaigns/pick-translation";
import { currentSlugs } from "~/domain/content/current-slugs.server";
import { pickSlug } from "~/domain/content/pick-slug";
import type { Context } from "~/domain/context";
import { loadRegionTree } from "~/domain/regions/load-region-tree.server";
import { reachOf } from "~/domain/regions/region-tree";
import { updates, updateTranslations } from "~db/schema/updates";
import type { UpdateFilters } from "./update-filters";
import { withoutSampleMark } from "./update-title";

export interface UpdateSummary extends Language {
  /** The same in every language and for good. */
  key: string;
  /** Its address in the reader's language. */
  slug: string;
  type: (typeof updates.type.enumValues)[number];
  isSample: boolean;
  publishedAt: Date;
  title: string;
  dek: string;
}

/** Articles on one page of the list. */
export const UPDATES_PER_PAGE = 12;

/**
 * The articles that the reader can read and that fit the filters, newest first, one page of them. One that is dated
 * ahead waits for its day. A place's articles are those about it, about what lies in it and about the regions around it.
 */
export async function listUpdates(
  ctx: Context,
  locale: string,
  { page, ...filters }: UpdateFilters,
): Promise<{ updates: UpdateSummary[]; total: number }> {
  const fits = await conditions(ctx, locale, filters);
  const [[all], found] = await Promise.all([
    ctx.db.select({ total: count() }).from(updates).where(fits),
    findSummaries(ctx, locale, fits, UPDATES_PER_PAGE, (page - 1) * UPDATES_PER_PAGE),
  ]);
  return { updates: found, total: all?.total ?? 0 };
}

/** The newest articles that the reader can read, newest first. */
export async function listLatestUpdates(ctx: Context, locale: string, limit: number): Promise<UpdateSummary[]> {
  return findSummaries(
    ctx,
    locale,
    await conditions(ctx, locale, { type: null, principle: null, region: null }),
    limit,
    0,
  );
}

async function conditions(
  ctx: Context,
  locale: string,
  { type, principle, region }: Omit<UpdateFilters, "page">,
): Promise<SQL | undefined> {
  return and(
    isReadable(ctx, locale),
    type === null ? undefined : eq(updates.type, type),
    principle === null ? undefined : arrayContains(updates.principles, [principle]),
    region === null ? undefined : await isAbout(ctx, region),
  );
}

/** It is out, and in a language that the reader is offered. */
export function isReadable(ctx: Context, locale: string): SQL | undefined {
  const isInALanguage = and(
    eq(updateTranslations.slug, updates.slug),
    inArray(updateTranslations.locale, wantedLocales(locale)),
  );
  const texts = ctx.db.select({ one: sql`1` }).from(updateTranslations).where(isInALanguage);
  return and(lte(updates.publishedAt, ctx.now()), exists(texts));
}

async function isAbout(ctx: Context, place: string): Promise<SQL | undefined> {
  const { countries, regions } = reachOf(await loadRegionTree(ctx), place);
  if (countries.length + regions.length === 0) return sql`false`;
  return or(
    countries.length === 0 ? undefined : arrayOverlaps(updates.countries, countries),
    regions.length === 0 ? undefined : arrayOverlaps(updates.regions, regions),
  );
}

async function findSummaries(
  ctx: Context,
  locale: string,
  fits: SQL | undefined,
  limit: number,
  offset: number,
): Promise<UpdateSummary[]> {
  const rows = await ctx.db
    .select()
    .from(updates)
    .where(fits)
    .orderBy(desc(updates.publishedAt), updates.slug)
    .limit(limit)
    .offset(offset);
  if (rows.length === 0) return [];
  const keys = rows.map((row) => row.slug);
  const [texts, slugs] = await Promise.all([
    ctx.db
      .select({
        slug: updateTranslations.slug,
        locale: updateTranslations.locale,
        status: updateTranslations.status,
        isStale: updateTranslations.isStale,
        title: updateTranslations.title,
        dek: updateTranslations.dek,
      })
      .from(updateTranslations)
      .where(and(inArray(updateTranslations.locale, wantedLocales(locale)), inArray(updateTranslations.slug, keys))),
    currentSlugs(ctx, "update", keys),
  ]);
  return rows.flatMap(({ slug: key, type, isSample, publishedAt }) => {
    const text = pickTranslation(
      texts.filter((one) => one.slug === key),
      locale,
    );
    if (text === null) return [];
    const slug = pickSlug(slugs.get(key), locale) ?? key;
    const title = withoutSampleMark(text.title);
    return [{ key, slug, type, isSample, publishedAt, title, dek: text.dek, ...languageOf(text) }];
  });
}
