import { and, eq } from "drizzle-orm";
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
 * `locale`: under the slug of their language, of its kin, of English, or of the item's own language.
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
    .where(and(eq(contentSlugs.kind, kind), eq(contentSlugs.slug, slug)));
  const itemId = (named.find((row) => row.locale === locale) ?? named[0])?.itemId;
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
    .where(eq(contentItems.id, itemId));
  const [first] = current;
  if (first === undefined) return null;
  const wanted = [...localeChain(locale), first.source];
  const best = wanted.map((tag) => current.find((row) => row.locale === tag)).find((row) => row !== undefined);
  return { key: first.key, slug: best?.slug ?? first.slug, sourceLocale: first.source };
}
