import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { searchDocuments } from "../schema/search";
import { foldWord } from "./fold-word";
import { searchConfiguration, searchWords, WORDS_VERSION } from "./search-words";

export interface SearchDocument {
  kind: (typeof searchDocuments.kind.enumValues)[number];
  key: string;
  locale: string;
  title: string;
  /** Plain text. */
  text: string;
  publishedAt: Date;
}

/** Makes a published text findable in its language, in place of what stood there. */
export async function indexDocument(db: Database, document: SearchDocument): Promise<void> {
  const { kind, key, locale, title, text, publishedAt } = document;
  const vector = sql`setweight(${wordsVector(title, locale)}, 'A') || setweight(${wordsVector(text, locale)}, 'B')`;
  const values = { title, text, publishedAt, document: sql<string>`${vector}`, wordsVersion: WORDS_VERSION };
  await db
    .insert(searchDocuments)
    .values({ kind, key, locale, ...values })
    .onConflictDoUpdate({ target: [searchDocuments.kind, searchDocuments.key, searchDocuments.locale], set: values });
}

/**
 * The words go in one by one, without the parser of the database: how that takes a text apart depends on the
 * operating system's idea of letters, and the two engines differ for Hindi and Bengali. Endings are cut by the
 * configuration's dictionaries. Each goes in as it is written, whose endings they know best, and once more as it is typed
 * without its marks.
 */
function wordsVector(text: string, locale: string) {
  const words = searchWords(text, locale);
  return sql`coalesce((
    select string_agg(quote_literal(lexeme) || ':' || place, ' ')::tsvector
    from (
      select least(word.place, 16383) as place,
        unnest(${lexemesOf(sql`word.written`, locale)} || ${lexemesOf(sql`word.typed`, locale)}) as lexeme
      from ${wordPairs(words)} with ordinality as word(written, typed, place)
    ) as lexemes
  ), ''::tsvector)`;
}

/** The words as rows: as they are written, and without the marks that people leave out. */
export function wordPairs(words: readonly string[]) {
  return sql`unnest(${sql.param(words)}::text[], ${sql.param(words.map(foldWord))}::text[])`;
}

/** The lexemes of one word as an array; empty for a word too common to search for. */
export function lexemesOf(word: ReturnType<typeof sql>, locale: string) {
  const configuration = searchConfiguration(locale);
  return configuration === "simple"
    ? sql`array[${word}]`
    : sql`coalesce(ts_lexize(${`${configuration}_stem`}::regdictionary, ${word}), array[${word}])`;
}
