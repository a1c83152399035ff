import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { contentItems, type contentKinds, contentSlugs } from "~db/schema/content-items";

/** The current slugs of items of one kind: by key, then by locale. */
export async function currentSlugs(
  ctx: Context,
  kind: (typeof contentKinds)[number],
  keys: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const byKey = new Map<string, Map<string, string>>();
  if (keys.length === 0) return byKey;
  const rows = await ctx.db
    .select({ key: contentItems.key, locale: contentSlugs.locale, slug: contentSlugs.slug })
    .from(contentItems)
    .innerJoin(contentSlugs, and(eq(contentSlugs.itemId, contentItems.id), eq(contentSlugs.isCurrent, true)))
    .where(and(eq(contentItems.kind, kind), inArray(contentItems.key, [...keys])))
    .orderBy(contentSlugs.locale);
  for (const { key, locale, slug } of rows) {
    const ofKey = byKey.get(key) ?? new Map<string, string>();
    byKey.set(key, ofKey.set(locale, slug));
  }
  return byKey;
}
