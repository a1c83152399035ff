import type { Use } from "./used-keys";
import { families, type Words } from "./word-families";

/**
 * Compares the words with the code: a key that the code asks for must exist, and one that it never asks for is needless.
 * @param wordsByFile the words in English by the name of their file, without `.json`
 * @param ahead keys whose page is being written, as `file`, `file:key` or the beginning of keys; they may be unused
 * @returns one line for each fault, beginning with the file
 */
export function compareUses(
  wordsByFile: ReadonlyMap<string, Words>,
  uses: readonly Use[],
  ahead: readonly string[] = [],
): string[] {
  const known = new Set([...wordsByFile].flatMap(([file, words]) => keysOf(file, words)));
  // What hands on any key of a file uses none of them.
  const telling = uses.filter(({ keys }) => !isWholeFile(keys, wordsByFile));
  const used = new Set(telling.flatMap(({ keys }) => keys));
  const isAhead = (key: string) =>
    ahead.some((each) => key === each || key.startsWith(`${each}:`) || key.startsWith(`${each}.`));
  return [
    ...uses.flatMap(({ place, keys }) => [
      ...(keys.length === 0 ? [`${place}: nobody can tell which text this is; give its key a type`] : []),
      ...keys.filter((key) => !known.has(key)).map((key) => `${place}: there is no text ${key}`),
    ]),
    ...[...known]
      .filter((key) => !used.has(key) && !isAhead(key))
      .map((key) => `locales/en/${key.replace(":", ".json: ")} is not used`),
  ];
}

function isWholeFile(keys: readonly string[], wordsByFile: ReadonlyMap<string, Words>): boolean {
  const [file = ""] = keys[0]?.split(":") ?? [];
  const all = keysOf(file, wordsByFile.get(file) ?? {});
  return all.length > 1 && all.every((key) => keys.includes(key));
}

function keysOf(file: string, words: Words): string[] {
  return [...families(words).keys()].map((key) => `${file}:${key}`);
}
