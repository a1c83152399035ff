import { typographyFaults } from "./typography";
import { type Family, families, keyOf, type Words } from "./word-families";

interface Comparison {
  /** The locale of `words`; its plural forms are those of `Intl.PluralRules`. */
  locale: string;
  /** The file in the language that all others are translated from. */
  source: Words;
  words: Words;
  /** Whether the keys must be those of the source; a language in preparation may be behind it. */
  isComplete?: boolean;
  /** Keys whose text may be the same in both languages. */
  mayEqual?: ReadonlySet<string>;
}

/**
 * What is wrong with a translated file, a line each: keys, plural forms, placeholders and tags that differ from
 * the source, texts that are empty, not translated or set wrongly, keys out of order. Compare the source with itself to check
 * its own plural forms and order.
 */
export function compareWords({ locale, source, words, isComplete = true, mayEqual = new Set() }: Comparison): string[] {
  const expected = families(source);
  const found = families(words);
  const faults = outOfOrder(words);
  for (const name of found.keys()) {
    if (isComplete && !expected.has(name)) faults.push(`${name} is not in the source`);
  }
  for (const [name, family] of expected) {
    const translated = found.get(name);
    if (!translated) {
      if (isComplete) faults.push(`${name} is missing`);
      continue;
    }
    faults.push(...formFaults(locale, family, translated), ...placeholderFaults(locale, family, translated));
    const originals = new Set(family.forms.values());
    for (const [category, text] of translated.forms) {
      const key = keyOf(translated, category);
      if (text.trim() === "") faults.push(`${key} is empty`);
      else if (source !== words && originals.has(text) && !mayEqual.has(key)) faults.push(`${key} is not translated`);
      faults.push(...typographyFaults(locale, text, [...originals]).map((fault) => `${key} ${fault}`));
    }
  }
  return faults;
}

function formFaults(locale: string, source: Family, translated: Family): string[] {
  if (source.isPlural !== translated.isPlural) {
    return [`${source.name} must ${source.isPlural ? "have" : "not have"} plural forms`];
  }
  if (!source.isPlural) return [];
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const missing = needed.filter((category) => !translated.forms.has(category));
  const needless = [...translated.forms.keys()].filter((category) => !needed.some((other) => other === category));
  return [
    ...missing.map((category) => `${keyOf(source, category)} is missing: ${locale} has this plural form`),
    ...needless.map((category) => `${keyOf(source, category)} is needless: ${locale} has no such plural form`),
  ];
}

/** A form for a single number can say it in words, so it alone may go without `{{count}}`. */
function placeholderFaults(locale: string, source: Family, translated: Family): string[] {
  const expected = new Set([...source.forms.values()].flatMap(placeholders));
  return [...translated.forms].flatMap(([category, text]) => {
    const key = keyOf(translated, category);
    const found = new Set(placeholders(text));
    const saysNumber = translated.isPlural && isForOneNumber(locale, category);
    const missing = [...expected].filter((part) => !found.has(part) && !(saysNumber && /^\{\{count\b/.test(part)));
    const unknown = [...found].filter((part) => !expected.has(part));
    return [
      ...missing.map((part) => `${key} lacks ${part}`),
      ...unknown.map((part) => `${key} has ${part}, which the source has not`),
    ];
  });
}

const oneNumber = new Map<string, boolean>();

function isForOneNumber(locale: string, category: string): boolean {
  const known = oneNumber.get(`${locale} ${category}`);
  if (known !== undefined) return known;
  const rules = new Intl.PluralRules(locale);
  const numbers = Array.from({ length: 1001 }, (_, number) => number);
  const isOne = numbers.filter((number) => rules.select(number) === category).length === 1;
  oneNumber.set(`${locale} ${category}`, isOne);
  return isOne;
}

/** Placeholders with their formats, and tags: `{{count, number}}`, `<strong>`. */
function placeholders(text: string): string[] {
  return (text.match(/\{\{.*?\}\}|<\/?\w[^>]*>/g) ?? []).map((part) => part.replace(/\s+/g, ""));
}

function outOfOrder(words: Words, path = ""): string[] {
  const keys = Object.keys(words);
  return keys.flatMap((key, index) => {
    const before = keys[index - 1];
    const value = words[key];
    return [
      ...(before !== undefined && before > key ? [`${path}${key} must stand before ${path}${before}`] : []),
      ...(value === undefined || typeof value === "string" ? [] : outOfOrder(value, `${path}${key}.`)),
    ];
  });
}
