import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { textsOf } from "~/domain/translations/text-paths";
import type { UnitFile, Units } from "~/domain/translations/units";
import { readXliff } from "~/domain/translations/xliff";
import { readJsonFile } from "./content-arguments";
import { INTERFACE } from "./interface-files";
import { UsageError } from "./staff-command";

/** What a translator's file holds. */
export interface TranslationFile {
  locale: string;
  /** Of the interface: units by the name of its file, as `site.json`. */
  words: Map<string, Units>;
  content: UnitFile[];
}

/** Stands beside the content that is exported as JSON: which versions it was made from. */
export const VERSIONS = "versions.json";

export const versionsFile = z.record(z.string(), z.object({ madeFrom: z.string(), source: z.number() }));

/**
 * Reads a file by its ending: XLIFF, or JSON in a folder that bears the locale's name, or in `LOCALE/content/KIND`.
 * @throws {UsageError} names the file
 */
export function readTranslationFile(file: string): TranslationFile {
  try {
    return file.endsWith(".json") ? fromJson(path.resolve(file)) : fromXliff(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Several files as one for each locale. @throws {UsageError} where two hold the same part */
export function joinFiles(files: readonly TranslationFile[]): TranslationFile[] {
  const byLocale = new Map<string, TranslationFile>();
  for (const { locale, words, content } of files) {
    const joined: TranslationFile = byLocale.get(locale) ?? { locale, words: new Map(), content: [] };
    const twin =
      [...words.keys()].find((name) => joined.words.has(name)) ??
      content.find(({ name }) => joined.content.some((one) => one.name === name))?.name;
    if (twin !== undefined) throw new UsageError(`${locale}/${twin} is in two of the files. Which one?`);
    for (const [name, units] of words) joined.words.set(name, units);
    joined.content.push(...content);
    byLocale.set(locale, joined);
  }
  return [...byLocale.values()];
}

function fromXliff(xml: string): TranslationFile {
  const { targetLanguage, files } = readXliff(xml);
  const words = files.filter(({ name }) => name.startsWith(INTERFACE));
  return {
    locale: targetLanguage,
    words: new Map(words.map(({ name, units }) => [`${name.slice(INTERFACE.length)}.json`, units])),
    content: files.filter(({ name }) => !name.startsWith(INTERFACE)),
  };
}

function fromJson(file: string): TranslationFile {
  const units = unitsOf(file);
  const folder = path.dirname(file);
  const above = path.dirname(folder);
  if (path.basename(above) !== "content") {
    return { locale: path.basename(folder), words: new Map([[path.basename(file), units]]), content: [] };
  }
  const name = `${path.basename(folder)}/${path.basename(file, ".json")}`;
  const beside = path.join(above, VERSIONS);
  const versions = existsSync(beside) ? versionsFile.safeParse(readJsonFile(beside)).data : undefined;
  const { madeFrom, source: sourceNumber } = versions?.[name] ?? {};
  return {
    locale: path.basename(path.dirname(above)),
    words: new Map(),
    content: [
      {
        name,
        ...(madeFrom !== undefined && { madeFrom }),
        ...(sourceNumber !== undefined && { sourceNumber }),
        units,
      },
    ],
  };
}

/** An empty text is one that is not translated yet. */
function unitsOf(file: string): Units {
  const read = readJsonFile(file);
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new UsageError(`${file} holds no words.`);
  return new Map(
    [...textsOf(read)].map(([key, text]) => [key, { source: null, target: text.trim() === "" ? null : text }]),
  );
}
