import { and, eq, or, type SQL } from "drizzle-orm";
import { contentItems, contentKinds, contentRevisions } from "~db/schema/content-items";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionState } from "./content-outcome";
import { maySee } from "./rights";
import { isStaleTranslation } from "./staleness";

/** Where a text is in one language. */
export interface TextState {
  locale: string;
  isSource: boolean;
  /** The newest version that is worked on or read; null where everything is archived. */
  newest: {
    number: number;
    state: RevisionState;
    writtenBy: string;
    isMachineDraft: boolean;
    sentBackReason: string | null;
    /** Of the wording of a consent: which of the two approvals are there. */
    isReviewed: boolean;
    isLegallyReviewed: boolean;
  } | null;
  /** What readers see. */
  published: { number: number; isUnreviewed: boolean; isLegallyReviewed: boolean } | null;
  /** Readers see a translation of earlier words: it was made from revision `from`, and `to` is published now. */
  stale: { from: number; to: number } | null;
}

export interface ContentState {
  kind: (typeof contentKinds)[number];
  key: string;
  partnerId: string | null;
  sourceLocale: string;
  /** The source first. */
  texts: TextState[];
}

/** How far a language is: numbers of texts. */
export interface LocaleProgress {
  locale: string;
  total: number;
  published: number;
  /** Of those published: a machine's drafts that nobody has reviewed, and those older than their source. */
  unreviewed: number;
  stale: number;
  inReview: number;
  missing: number;
}

/**
 * Every text that the actor may see, with its state in each language.
 * @param wanted.locale only in this language, and in its source's
 */
export async function listContent(
  ctx: Context,
  actor: Actor,
  wanted: { kind?: string; key?: string; locale?: string } = {},
): Promise<ContentState[]> {
  const isWanted = wantedItems(actor, wanted);
  const items = await ctx.db.select().from(contentItems).where(isWanted).orderBy(contentItems.kind, contentItems.key);
  const seen = items.filter((item) => maySee(actor, item));
  const byItem = await listByItem(ctx, isWanted, wanted.locale);
  return seen.map(({ id, kind: ofKind, key, partnerId, sourceLocale }) => ({
    kind: ofKind,
    key,
    partnerId,
    sourceLocale,
    texts: textStates(sourceLocale, byItem.get(id) ?? []),
  }));
}

/** How far each of `locales` is with the texts that {@link listContent} gave. */
export function progressOf(contents: readonly ContentState[], locales: readonly string[]): LocaleProgress[] {
  return locales.map((locale) => {
    const texts = contents.map((content) => content.texts.find((text) => text.locale === locale));
    const count = (is: (text: TextState) => boolean) => texts.filter((text) => text !== undefined && is(text)).length;
    return {
      locale,
      total: contents.length,
      published: count(({ published }) => published !== null),
      unreviewed: count(({ published }) => published?.isUnreviewed === true),
      stale: count(({ stale }) => stale !== null),
      inReview: count(({ newest }) => newest?.state === "in_review" || newest?.state === "approved"),
      missing: texts.filter((text) => text === undefined || text.newest === null).length,
    };
  });
}

function wantedItems({ organization }: Actor, wanted: { kind?: string; key?: string }): SQL | undefined {
  const kind = contentKinds.find((one) => one === wanted.kind);
  return and(
    organization.kind === "partner" ? eq(contentItems.partnerId, organization.id) : undefined,
    kind === undefined ? undefined : eq(contentItems.kind, kind),
    wanted.key === undefined ? undefined : eq(contentItems.key, wanted.key),
  );
}

type Row = Awaited<ReturnType<typeof selectRevisions>>[number];

/** Without what they say, which is long. */
function selectRevisions({ db }: Context, isWanted: SQL | undefined, only: string | undefined) {
  const { itemId, locale, number, sourceNumber, state, sha256, isMachineDraft } = contentRevisions;
  const { writtenBy, reviewedBy, legallyReviewedBy, sentBackReason } = contentRevisions;
  return db
    .select({
      ...{ itemId, locale, number, sourceNumber, state, sha256, isMachineDraft },
      ...{ writtenBy, reviewedBy, legallyReviewedBy, sentBackReason },
    })
    .from(contentRevisions)
    .innerJoin(contentItems, eq(contentItems.id, itemId))
    .where(and(isWanted, only === undefined ? undefined : or(eq(locale, only), eq(locale, contentItems.sourceLocale))))
    .orderBy(locale, number);
}

async function listByItem(
  ctx: Context,
  isWanted: SQL | undefined,
  locale: string | undefined,
): Promise<Map<string, Row[]>> {
  const byItem = new Map<string, Row[]>();
  for (const row of await selectRevisions(ctx, isWanted, locale)) {
    const ofItem = byItem.get(row.itemId);
    if (ofItem) ofItem.push(row);
    else byItem.set(row.itemId, [row]);
  }
  return byItem;
}

function textStates(sourceLocale: string, rows: readonly Row[]): TextState[] {
  const sources = rows.filter(({ locale }) => locale === sourceLocale);
  const source = {
    published: sources.find(({ state }) => state === "published")?.number ?? null,
    hashes: new Map(sources.map(({ number, sha256 }) => [number, sha256])),
  };
  const locales = [...new Set([sourceLocale, ...rows.map(({ locale }) => locale)])];
  return locales.map((locale) => {
    const ofLocale = rows.filter((row) => row.locale === locale);
    const newest = ofLocale.findLast(({ state }) => state !== "archived");
    const published = ofLocale.find(({ state }) => state === "published");
    const from = published?.sourceNumber ?? null;
    return {
      locale,
      isSource: locale === sourceLocale,
      newest: newest
        ? {
            number: newest.number,
            state: newest.state,
            writtenBy: newest.writtenBy,
            isMachineDraft: newest.isMachineDraft,
            sentBackReason: newest.sentBackReason,
            isReviewed: newest.reviewedBy !== null,
            isLegallyReviewed: newest.legallyReviewedBy !== null,
          }
        : null,
      published: published
        ? {
            number: published.number,
            isUnreviewed: published.isMachineDraft && published.reviewedBy === null,
            isLegallyReviewed: published.legallyReviewedBy !== null,
          }
        : null,
      stale:
        from !== null && source.published !== null && isStaleTranslation(from, source)
          ? { from, to: source.published }
          : null,
    };
  });
}
