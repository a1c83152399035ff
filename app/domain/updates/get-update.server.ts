import { and, desc, eq, lte } from "drizzle-orm";
import { type Language, languageOf, pickTranslation } from "~/domain/campaigns/pick-translation";
import { currentSlugs } from "~/domain/content/current-slugs.server";
import { findAddress } from "~/domain/content/find-address.server";
import { picturesIn, renderMarkdown } from "~/domain/content/render-markdown.server";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import { listPictures } from "~/domain/images/list-pictures.server";
import type { StoredPicture } from "~/domain/images/picture";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import {
  aiAssistance,
  type UpdateAuthor,
  type UpdateFacts,
  type UpdateSource,
  type UpdateWords,
  updateAuthors,
  updateCorrections,
  updateFacts,
  updateSources,
  updateWords,
} from "~db/schema/content/update-content";
import { partners } from "~db/schema/partners";
import { updates, updateTranslations } from "~db/schema/updates";
import { withoutSampleMark } from "./update-title";

/** An article in the language that suits the reader best. */
export interface Update {
  key: string;
  /** Its address in the reader's language. */
  slug: string;
  type: (typeof updates.type.enumValues)[number];
  isSample: boolean;
  publishedAt: Date;
  updatedAt: Date | null;
  /** YYYY-MM-DD. */
  factsAsOf: string | null;
  countries: string[];
  principles: string[];
  authors: UpdateAuthor[];
  sources: UpdateSource[];
  aiAssistance: { used: boolean; note?: string | undefined };
  license: string | null;
  campaignId: string | null;
  facts: UpdateFacts;
  /** The language of what is not translated: the notes in its facts. */
  source: { locale: string; dir: TextDirection };
  /** Of a partner's story: whose it is. */
  partner: { name: string; website: string } | null;
  /** News of a time that is over. */
  isExpired: boolean;
  text: Language & {
    title: string;
    dek: string;
    /** HTML that went through the sanitizer. */
    html: string;
    corrections: { date: string; text: string }[];
    words: UpdateWords;
    picture: (StoredPicture & { alt: string }) | null;
  };
  /** Every language in which it can be read, and its address there. */
  slugs: Map<string, string>;
}

/** @throws {DomainError} updateNotFound, also before its day and where it is in no language that the reader is offered */
export async function getUpdate(ctx: Context, slug: string, locale: string): Promise<Update> {
  const address = await findAddress(ctx, "update", slug, locale);
  if (address === null) throw new DomainError("updateNotFound");
  const [[row], texts, slugs] = await Promise.all([
    ctx.db
      .select()
      .from(updates)
      .where(and(eq(updates.slug, address.key), lte(updates.publishedAt, ctx.now()))),
    ctx.db
      .select()
      .from(updateTranslations)
      .where(eq(updateTranslations.slug, address.key))
      .orderBy(desc(updateTranslations.locale)),
    currentSlugs(ctx, "update", [address.key]),
  ]);
  const text = pickTranslation(texts, locale, texts[0]?.locale);
  if (row === undefined || text === null) throw new DomainError("updateNotFound");

  const pictures = await listPictures(ctx, [...picturesIn(text.body), ...(row.imageId ? [row.imageId] : [])]);
  const picture = row.imageId === null ? undefined : pictures.get(row.imageId);
  const facts = updateFacts.parse(row.facts);
  return {
    key: row.slug,
    slug: address.slug,
    type: row.type,
    isSample: row.isSample,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    factsAsOf: row.factsAsOf,
    countries: row.countries,
    principles: row.principles,
    authors: updateAuthors.parse(row.authors),
    sources: updateSources.parse(row.sources),
    aiAssistance: aiAssistance.parse(row.aiAssistance),
    license: row.license,
    campaignId: row.campaignId,
    source: { locale: address.sourceLocale, dir: textDirection(address.sourceLocale) },
    facts,
    partner: await findPartner(ctx, facts.partnerSlug),
    isExpired: facts.expiresAt !== undefined && new Date(facts.expiresAt) <= ctx.now(),
    text: {
      ...languageOf(text),
      title: withoutSampleMark(text.title),
      dek: text.dek,
      html: renderMarkdown(text.body, pictures),
      corrections: updateCorrections.parse(text.corrections),
      words: updateWords.parse(text.words),
      picture: picture && text.imageAlt ? { ...picture, alt: text.imageAlt } : null,
    },
    slugs: new Map(
      texts.map((one) => [one.locale, slugs.get(row.slug)?.get(one.locale) ?? row.slug] as const).sort(byLocale),
    ),
  };
}

async function findPartner({ db }: Context, slug: string | undefined): Promise<Update["partner"]> {
  if (slug === undefined) return null;
  const { name, website } = partners;
  const [partner] = await db.select({ name, website }).from(partners).where(eq(partners.slug, slug));
  return partner ?? null;
}

function byLocale([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
