import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Words } from "./word-families";

const words: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), words])));

/** The files of a locale's folder, in the order of their names: `calls.json`. */
export function filesOf(folder: string, locale: string): string[] {
  return readdirSync(`${folder}/${locale}`).sort();
}

export function readWords(path: string): Words {
  return words.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** All words of a locale by the name of their file, without `.json`. */
export function readLocale(folder: string, locale: string): Map<string, Words> {
  return new Map(
    filesOf(folder, locale).map((name) => [name.replace(/\.json$/, ""), readWords(`${folder}/${locale}/${name}`)]),
  );
}
