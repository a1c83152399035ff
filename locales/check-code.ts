import { compareUses } from "./compare-uses";
import { hardCodedTexts } from "./hard-coded-texts";
import { readCode } from "./source-code";
import { usedKeys } from "./used-keys";
import type { Words } from "./word-families";

/** Names that are the same in every language. */
const names = ["Privacy for All", "RSS"];

/** Where words stand that people read. The rest of the code gets them from there. */
const shows = /^(app\/(components|islands|routes)\/|app\/root\.tsx$|emails\/)/;

/** Words whose pages are being written, as `file`, `file:key` or the beginning of keys: not used yet, and already being translated. */
const ahead: readonly string[] = [];

/**
 * Compares the code below `root` with the words in English, and looks for words that stand in the code itself.
 * @returns one line for each fault, beginning with the file
 */
export function checkCode(root: string, words: ReadonlyMap<string, Words>): string[] {
  const { program, files } = readCode(root);
  return [
    ...compareUses(words, usedKeys(program, files, root), ahead),
    ...files.flatMap((file) => {
      const path = file.fileName.slice(root.length);
      return shows.test(path) ? hardCodedTexts(file, path, names) : [];
    }),
  ];
}
