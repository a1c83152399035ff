import { fileURLToPath } from "node:url";
import { readLocale } from "~locales/read-words";
import { families } from "~locales/word-families";
import type { PageText } from "./read-page";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));

/** Left over when a sentence was not put together. */
const leftover = /\{\{|\}\}|<\/?\d+\/?>|\[object |\bundefined\b|\bNaN\b|Invalid Date/;

/** What looks like a key and like no word: `site:nav.campaigns`, `sign:button`, `nav.campaigns`, `skipToContent`. */
const keyShape = /[\w-]+:[\w-]+(\.[\w-]+)*|[\w-]+(\.[\w-]+)+|[a-z]+[A-Z]\w*/g;

const keys = new Set(
  [...readLocale(folder, "en")].flatMap(([namespace, words]) =>
    [...families(words).values()].flatMap(({ name }) => [name, `${namespace}:${name}`]),
  ),
);

/** Texts of a page that are the key of a sentence in place of the sentence, or show what a sentence is made from. */
export function findRawKeys(texts: readonly PageText[]): string[] {
  return texts
    .filter(({ words }) => leftover.test(words) || words.match(keyShape)?.some((part) => keys.has(part)))
    .map(({ words, at }) => `a raw key: ${words.slice(0, 80)} in ${at}`);
}
