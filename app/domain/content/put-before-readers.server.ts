import { and, eq, inArray, lt, lte } from "drizzle-orm";
import { markStale, showText } from "~db/content/show-text";
import { contentRevisions } from "~db/schema/content-items";
import { updates } from "~db/schema/updates";
import { indexContent } from "~db/search/index-content";
import type { Context } from "../context";
import { type ContentItem, getSourceVersions, type Revision } from "./find-item.server";
import { giveAddress } from "./give-address.server";
import { isStaleTranslation, type SourceVersions } from "./staleness";
import { textStatus } from "./text-status";

/**
 * Writes what a revision says into the tables that readers see, archives what stood there and every version before it,
 * says which translations are stale now, gives it an address where it has none, and lets the search know.
 * @param tx a transaction that holds the item
 * @returns false, and nothing is changed, where it translates something that is not published
 */
export async function putBeforeReaders(tx: Context, item: ContentItem, revision: Revision): Promise<boolean> {
  const { locale, number, sourceNumber } = revision;
  const isSource = locale === item.sourceLocale;
  const known = await getSourceVersions(tx, item);
  const source = isSource
    ? { published: number, hashes: new Map([...known.hashes, [number, revision.sha256]]) }
    : known;
  if (source.published === null || (sourceNumber ?? 0) > source.published) return false;

  await archiveUpTo(tx, revision);
  await show(tx, item, revision, source);
  if (isSource) await markStale(tx.db, item, await listStaleLocales(tx, item, source));
  await giveAddress(tx, item, locale);
  if (item.kind === "update" && isSource && known.published !== null) await noteChange(tx, item.key);
  await findable(tx, item, locale);
  return true;
}

/** Tells readers what is known now of a text that they see: whether somebody has reviewed it. */
export async function showAgain(tx: Context, item: ContentItem, revision: Revision): Promise<void> {
  await show(tx, item, revision, await getSourceVersions(tx, item));
}

function show(tx: Context, item: ContentItem, revision: Revision, source: SourceVersions): Promise<void> {
  const { locale, sourceNumber, fields } = revision;
  const status = textStatus(revision, locale === item.sourceLocale);
  return showText(tx.db, item, { locale, status, isStale: isStaleTranslation(sourceNumber, source), fields }, tx.newId);
}

async function archiveUpTo({ db, now }: Context, { itemId, locale, number }: Revision): Promise<void> {
  await db
    .update(contentRevisions)
    .set({ state: "archived", archivedAt: now() })
    .where(
      and(
        eq(contentRevisions.itemId, itemId),
        eq(contentRevisions.locale, locale),
        lt(contentRevisions.number, number),
        inArray(contentRevisions.state, ["draft", "in_review", "approved", "published"]),
      ),
    );
}

async function listStaleLocales(tx: Context, item: ContentItem, source: SourceVersions): Promise<string[]> {
  const translations = await tx.db
    .select({ locale: contentRevisions.locale, sourceNumber: contentRevisions.sourceNumber })
    .from(contentRevisions)
    .where(and(eq(contentRevisions.itemId, item.id), eq(contentRevisions.state, "published")));
  return translations
    .filter(({ locale, sourceNumber }) => locale !== item.sourceLocale && isStaleTranslation(sourceNumber, source))
    .map(({ locale }) => locale);
}

/** An article that was out already says when it was changed. */
export async function noteChange({ db, now }: Pick<Context, "db" | "now">, slug: string): Promise<void> {
  await db
    .update(updates)
    .set({ updatedAt: now() })
    .where(and(eq(updates.slug, slug), lte(updates.publishedAt, now())));
}

/** Lets the search know what readers see now of a text in one language. */
export async function findable({ db }: Pick<Context, "db">, { kind, key }: ContentItem, locale: string): Promise<void> {
  switch (kind) {
    case "campaign":
    case "petition":
      return indexContent(db, { kind: "campaign", key, locale });
    case "principle":
    case "update":
      return indexContent(db, { kind, key, locale });
    case "partner_action":
    case "consent_wording":
      return;
  }
}
