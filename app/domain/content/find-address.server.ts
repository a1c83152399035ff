import { and, desc, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { localeChain } from "~/i18n/locale-chain";
import { contentItems, type contentKinds, contentSlugs } from "~db/schema/content-items";

export interface Address {
  /** The item in the table of its kind. */
  key: string;
  /** The address under which a reader of the locale finds it now. */
  slug: string;
  /** The language that its translations are made from. */
  sourceLocale: string;
}

/**
 * The item that a slug leads to, in any language and however old the slug is, and where it is now for a reader of
 * `locale`: under the slug of their language, of its kin, of English, or of the item's own language. Where the slug is
 * several items', each in another language, the reader's languages decide, and then one that has it now.
 * @param slug however its letters are put together: `é` as one sign or as two
 * @returns null where no item ever had the slug
 */
export async function findAddress(
  ctx: Context,
  kind: (typeof contentKinds)[number],
  slug: string,
  locale: string,
): Promise<Address | null> {
  // PostgreSQL refuses a text with a NUL, and no slug has one.
  if (slug.includes("\0")) return null;
  const named = await ctx.db
    .select({ itemId: contentSlugs.itemId, locale: contentSlugs.locale })
    .from(contentSlugs)
    .where(and(eq(contentSlugs.kind, kind), eq(contentSlugs.slug, slug.normalize("NFC"))))
    .orderBy(desc(contentSlugs.isCurrent), contentSlugs.locale);
  const itemId = (inBestLocale(named, localeChain(locale)) ?? named[0])?.itemId;
  if (itemId === undefined) return null;
  const current = await ctx.db
    .select({
      key: contentItems.key,
      source: contentItems.sourceLocale,
      slug: contentSlugs.slug,
      locale: contentSlugs.locale,
    })
    .from(contentItems)
    .innerJoin(contentSlugs, and(eq(contentSlugs.itemId, contentItems.id), eq(contentSlugs.isCurrent, true)))
    .where(eq(contentItems.id, itemId))
    .orderBy(contentSlugs.locale);
  const [first] = current;
  if (first === undefined) return null;
  const best = inBestLocale(current, [...localeChain(locale), first.source]) ?? first;
  return { key: first.key, slug: best.slug, sourceLocale: first.source };
}

function inBestLocale<T extends { locale: string }>(rows: readonly T[], wanted: readonly string[]): T | undefined {
  return wanted.map((tag) => rows.find((row) => row.locale === tag)).find((row) => row !== undefined);
}
