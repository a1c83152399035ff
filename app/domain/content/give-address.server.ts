import { and, eq } from "drizzle-orm";
import { contentSlugs } from "~db/schema/content-items";
import type { Context } from "../context";
import type { ContentItem } from "./find-item.server";

/** Texts that have a page of their own, and so an address in each language. */
const addressedKinds = ["campaign", "principle", "update"] as const;

export type AddressedKind = (typeof addressedKinds)[number];

/** @returns null for a text without a page of its own */
export function addressedKind({ kind }: Pick<ContentItem, "kind">): AddressedKind | null {
  return addressedKinds.find((one) => one === kind) ?? null;
}

/** Gives a text that is published in a language for the first time its address there: its key. */
export async function giveAddress({ db, now }: Context, item: ContentItem, locale: string): Promise<void> {
  const kind = addressedKind(item);
  if (kind === null) return;
  const [current] = await db
    .select({ slug: contentSlugs.slug })
    .from(contentSlugs)
    .where(and(eq(contentSlugs.itemId, item.id), eq(contentSlugs.locale, locale), eq(contentSlugs.isCurrent, true)));
  if (current !== undefined) return;
  await db
    .insert(contentSlugs)
    .values({ kind, locale, slug: item.key, itemId: item.id, isCurrent: true, since: now() })
    .onConflictDoNothing();
}
