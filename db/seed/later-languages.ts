import { showText } from "../content/show-text";
import { contentHash } from "../schema/content/content-hash";
import { revisionFields } from "../schema/content/revision-fields";
import { contentItems, contentRevisions, contentSlugs } from "../schema/content-items";
import { AUTHOR } from "./content-items";
import type { SeedScope } from "./seed-scope";
import { type ShippedText, shippedTexts } from "./shipped-texts";
import { stableId } from "./stable-id";

/**
 * Publishes the languages that came with a later version of the product, for texts that came with it: as machine's
 * drafts, and only where the text has never had a version in that language. So what staff edited or archived stays
 * as they left it. The wording of a consent is added only while its English is the one that was translated: nobody
 * shall agree to words that are no longer the host's.
 */
export async function seedLaterLanguages({ db, now }: Pick<SeedScope, "db" | "now">): Promise<void> {
  const shipped = shippedTexts();
  const items = await db.select().from(contentItems);
  const versions = await db
    .select({
      itemId: contentRevisions.itemId,
      locale: contentRevisions.locale,
      number: contentRevisions.number,
      state: contentRevisions.state,
      sha256: contentRevisions.sha256,
    })
    .from(contentRevisions)
    .orderBy(contentRevisions.number);
  for (const text of shipped) {
    const item = items.find(({ kind, key }) => kind === text.kind && key === text.key);
    if (item === undefined || text.locale === item.sourceLocale) continue;
    const ofItem = versions.filter(({ itemId }) => itemId === item.id);
    if (ofItem.some(({ locale }) => locale === text.locale)) continue;

    const sources = ofItem.filter(({ locale }) => locale === item.sourceLocale);
    const published = sources.find(({ state }) => state === "published");
    if (published === undefined) continue;
    const isCurrent = published.sha256 === sourceHash(shipped, text, item.sourceLocale);
    if (text.kind === "consent_wording" && !isCurrent) continue;
    await add({ db, now }, item, text, isCurrent ? published.number : 1, !isCurrent && published.number > 1);
  }
}

async function add(
  { db, now }: Pick<SeedScope, "db" | "now">,
  item: typeof contentItems.$inferSelect,
  { kind, key, locale, status, fields }: ShippedText,
  sourceNumber: number,
  isStale: boolean,
): Promise<void> {
  const checked = revisionFields[kind].parse(fields);
  await showText(db, item, { locale, status, isStale, fields: checked }, () =>
    stableId("consent-wording", `${key}:1:${locale}`),
  );
  await db.insert(contentRevisions).values({
    itemId: item.id,
    locale,
    number: 1,
    sourceNumber,
    state: "published",
    fields: checked,
    sha256: contentHash(checked),
    isMachineDraft: status === "machine_draft",
    writtenBy: AUTHOR,
    writtenAt: now,
    publishedBy: AUTHOR,
    publishedAt: now,
  });
  if (kind !== "campaign" && kind !== "principle" && kind !== "update") return;
  await db
    .insert(contentSlugs)
    .values({ kind, locale, slug: key, itemId: item.id, isCurrent: true, since: now })
    .onConflictDoNothing();
}

/** Of the text that a shipped translation was made from. */
function sourceHash(shipped: readonly ShippedText[], { kind, key }: ShippedText, sourceLocale: string): string | null {
  const source = shipped.find((one) => one.kind === kind && one.key === key && one.locale === sourceLocale);
  return source ? contentHash(revisionFields[kind].parse(source.fields)) : null;
}
