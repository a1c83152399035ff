import type { PseudoLocale } from "./locales";

/** What a text does not say itself: placeholders, tags, and the gaps that a script fills in. */
const kept = /(\{\{.*?\}\}|\{\w+\}|<\/?\w[^>]*>)/;

const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const accented = [..."ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"];

/** A right-to-left override and its end: the letters in between run from right to left, whatever they are. */
const OVERRIDE = "\u202e";
const END = "\u202c";

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/**
 * The words of a file in a locale that nobody speaks, made from English. `en-XA` has accents on every letter, is about
 * 40 % longer and stands in brackets; `ar-XB` runs from right to left and has all the plural forms of Arabic. What
 * comes out of a page otherwise does not come from the translations.
 */
export function pseudoWords(locale: PseudoLocale, words: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, unknown][] => {
      if (isGroup(value)) return [[key, pseudoWords(locale, value)]];
      const stem = key.replace(pluralEnding, "");
      const other = words[`${stem}_other`];
      if (stem === key || typeof other !== "string") return [[key, pseudoText(locale, String(value))]];
      return categories.map((category) => {
        const key = `${stem}_${category}`;
        return [key, pseudoText(locale, String(words[key] ?? other))];
      });
    }),
  );
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** One text as {@link pseudoWords} gives it. Placeholders and tags stay as they are. */
export function pseudoText(locale: PseudoLocale, text: string): string {
  // Split at what a group catches: that stands at every second place.
  const parts = text.split(kept).map((part, at) => (at % 2 === 1 ? part : changed(locale, part)));
  return locale === "en-XA" ? `[${parts.join("")}]` : parts.join("");
}

function changed(locale: PseudoLocale, text: string): string {
  if (locale === "ar-XB") return text.replaceAll(/[\p{L}\p{M}’-]+/gu, (word) => OVERRIDE + word + END);
  // Vowels said twice make words longer, as in languages that join them; more words would only wrap.
  return text.replaceAll(/[A-Za-z]/g, (letter) => {
    const sign = accented[plain.indexOf(letter)] ?? letter;
    return /[aeiou]/.test(letter) ? sign + sign : sign;
  });
}
