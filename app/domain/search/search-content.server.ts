import { and, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { textDirection } from "~/i18n/text-direction";
import { searchDocuments } from "~db/schema/search";
import { lexemesOf, wordPairs } from "~db/search/index-document";
import { searchWords } from "~db/search/search-words";
import { type ExcerptPart, excerpt } from "./excerpt";
import { LONGEST_QUERY } from "./limits";

export interface SearchHit {
  kind: (typeof searchDocuments.kind.enumValues)[number];
  key: string;
  locale: string;
  dir: "ltr" | "rtl";
  title: string;
  /** The part of the text where the words stand. */
  excerpt: ExcerptPart[];
}

export interface SearchResult {
  hits: SearchHit[];
  /** Whether more was found than fits. */
  hasMore: boolean;
}

/** Nobody reads further; who looks for something rare types another word. */
const MOST_HITS = 30;
const MOST_WORDS = 8;

/**
 * Published content that holds every word of `query`, or a word that begins with it: first in the reader's language,
 * and only where nothing is found there, in English.
 */
export async function searchContent(ctx: Context, query: string, locale: string): Promise<SearchResult> {
  const own = await searchIn(ctx, query, locale);
  return own.hits.length > 0 || locale === "en" ? own : searchIn(ctx, query, "en");
}

async function searchIn(ctx: Context, query: string, locale: string): Promise<SearchResult> {
  const words = [...new Set(searchWords(query.slice(0, LONGEST_QUERY).replaceAll("\0", " "), locale))].slice(
    0,
    MOST_WORDS,
  );
  if (words.length === 0) return { hits: [], hasMore: false };
  const wanted = wantedLexemes(words, locale);
  const rows = await ctx.db
    .select({
      kind: searchDocuments.kind,
      key: searchDocuments.key,
      title: searchDocuments.title,
      text: searchDocuments.text,
    })
    .from(searchDocuments)
    .where(
      and(
        eq(searchDocuments.locale, locale),
        lte(searchDocuments.publishedAt, ctx.now()),
        sql`${searchDocuments.document} @@ ${wanted}`,
      ),
    )
    .orderBy(
      desc(sql`ts_rank(${searchDocuments.document}, ${wanted})`),
      desc(searchDocuments.publishedAt),
      searchDocuments.key,
    )
    .limit(MOST_HITS + 1);
  return {
    hasMore: rows.length > MOST_HITS,
    hits: rows.slice(0, MOST_HITS).map(({ kind, key, title, text }) => ({
      kind,
      key,
      locale,
      dir: textDirection(locale),
      title,
      excerpt: excerpt(text, words, locale),
    })),
  };
}

/**
 * Each word as it is written or as it is typed without its marks. One too common to be kept is no condition; a query of
 * nothing else finds nothing.
 */
function wantedLexemes(words: readonly string[], locale: string): SQL {
  return sql`coalesce((
    select string_agg(either.lexemes, ' & ')::tsquery
    from (
      select ${lexemesOf(sql`word.written`, locale)} as written, ${lexemesOf(sql`word.typed`, locale)} as typed
      from ${wordPairs(words)} as word(written, typed)
    ) as wanted
    cross join lateral (
      select '(' || string_agg(quote_literal(lexeme) || ':*', ' | ') || ')' as lexemes
      from unnest(wanted.written || wanted.typed) as lexeme
    ) as either
    where cardinality(wanted.written) > 0
  ), ''::tsquery)`;
}
