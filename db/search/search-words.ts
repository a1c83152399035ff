/**
 * How the search of PostgreSQL (12.1) reads each language: by a configuration that knows its endings, or, where the
 * database has none, by the words as they stand.
 */
const configurations: Record<string, string> = {
  ar: "arabic",
  de: "german",
  en: "english",
  es: "spanish",
  fr: "french",
  hi: "hindi",
  id: "indonesian",
  "pt-BR": "portuguese",
};

/** A configuration of both engines. */
export function searchConfiguration(locale: string): string {
  return configurations[locale] ?? "simple";
}

/**
 * Counts up whenever texts go into the search in another way. What stands there from before is then made anew at the next
 * start.
 */
export const WORDS_VERSION = 2;

/** Longer words than any language has, and more of them than anybody types, only cost time. */
const LONGEST_WORD = 60;

/**
 * The words of a text, in lower case and without marks that people leave out when they type: letters with marks of
 * their script stay together on either engine. Chinese has no spaces: each pair of neighbouring signs is a word.
 */
export function searchWords(text: string, locale: string): string[] {
  const plain = text.normalize("NFKC").toLocaleLowerCase(locale).replace(leftOut, "");
  return (plain.match(runs) ?? []).flatMap((run) => (han.test(run) ? pairs(run) : [run.slice(0, LONGEST_WORD)]));
}

/** Arabic vowel signs and the line that stretches a word; Latin accents stay, the configurations know them. */
export const leftOut = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u200c\u200d]/g;
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const han = /^\p{Script=Han}/u;

function pairs(run: string): string[] {
  const signs = [...run];
  if (signs.length === 1) return signs;
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
