import { families, keyOf, type Words } from "~locales/word-families";
import type { Unit, Units } from "./units";

/**
 * What a translator sees of one file of the interface: a unit for each text, and for each plural form that the language
 * has, also where English has fewer.
 */
export function interfaceUnits(source: Words, words: Words, locale: string): Units {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const translated = families(words);
  const units = new Map<string, Unit>();
  for (const [name, family] of families(source)) {
    const other = family.forms.get("other") ?? "";
    for (const category of family.isPlural ? pluralCategories : ["other"]) {
      const unit: Unit = {
        source: family.forms.get(category) ?? other,
        target: translated.get(name)?.forms.get(category) ?? null,
      };
      if (family.isPlural) unit.note = `Plural form “${category}”: ${examplesOf(locale, category)}.`;
      units.set(keyOf(family, category), unit);
    }
  }
  return units;
}

/** Numbers for which a plural form is used. */
function examplesOf(locale: string, category: string): string {
  const rules = new Intl.PluralRules(locale);
  const numbers = [...Array.from({ length: 120 }, (_, number) => number), 1_000, 1_000_000];
  const examples = numbers.filter((number) => rules.select(number) === category).slice(0, 5);
  return examples.length > 0 ? examples.join(", ") : "rare numbers";
}

/** A file of the interface made of texts by key; keys in order. */
export function wordsOf(texts: ReadonlyMap<string, string>): Words {
  return inOrder(nested([...texts].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Texts by key as i18next has them, in the order that they come in: `{ "landing": { "faq": { "0": … } } }`. */
export function nested(texts: Iterable<readonly [key: string, text: string]>): Words {
  const root: Words = {};
  for (const [key, text] of texts) put(root, key.split("."), text);
  return root;
}

function put(words: Words, [first = "", ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    words[first] = text;
    return;
  }
  const known = words[first];
  const below = typeof known === "object" ? known : {};
  words[first] = below;
  put(below, rest, text);
}

function inOrder(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, typeof part === "string" ? part : inOrder(part)]),
  );
}
