import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nested } from "~/domain/translations/interface-units";
import type { UnitFile } from "~/domain/translations/units";
import { writeXliff } from "~/domain/translations/xliff";
import { defaultLocale } from "~/i18n/locales";
import { readJsonFile } from "./content-arguments";
import { interfaceAsJson } from "./interface-files";
import { VERSIONS, versionsFile } from "./translation-files";
import type { Part } from "./translations-arguments";

interface Xliff {
  to: string;
  part: Part;
  sourceLanguage: string;
  targetLanguage: string;
  files: UnitFile[];
}

/** Writes `content.fr.xliff`, or `content.fr.from-sw.xliff` for what is translated from another language than English. */
export async function writeXliffFile({ to, part, sourceLanguage, targetLanguage, files }: Xliff): Promise<string> {
  const from = sourceLanguage === defaultLocale ? "" : `.from-${sourceLanguage}`;
  const file = path.join(to, `${part}.${targetLanguage}${from}.xliff`);
  mkdirSync(to, { recursive: true });
  writeFileSync(file, await writeXliff({ sourceLanguage, targetLanguage, files }));
  return counted(file, files);
}

/** Writes the words of the interface as they stand, one file each. */
export function writeInterfaceJson(to: string, locale: string): string {
  const folder = path.join(to, locale);
  for (const { name, words } of interfaceAsJson(locale)) writeJson(path.join(folder, name), words);
  return `Written: ${folder}.`;
}

/**
 * Writes each item as `LOCALE/content/KIND/KEY.json`, and what it is translated from under the source's language. What
 * is not translated, or from earlier words, is empty.
 */
export function writeContentJson(to: string, locale: string, sourceLocale: string, files: readonly UnitFile[]): string {
  const folder = path.join(to, locale, "content");
  for (const { name, units } of files) {
    const sources = [...units].map(([key, { source }]) => [key, source ?? ""] as const);
    const targets = [...units].map(([key, { target, isOutdated }]) => [key, isOutdated ? "" : (target ?? "")] as const);
    writeJson(path.join(to, sourceLocale, "content", `${name}.json`), nested(sources));
    writeJson(path.join(folder, `${name}.json`), nested(targets));
  }
  const beside = path.join(folder, VERSIONS);
  const known = existsSync(beside) ? versionsFile.parse(readJsonFile(beside)) : {};
  const versions = files.map(({ name, madeFrom, sourceNumber }) => [name, { madeFrom, source: sourceNumber }]);
  writeJson(beside, { ...known, ...Object.fromEntries(versions) });
  return counted(folder, files);
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function counted(file: string, files: readonly UnitFile[]): string {
  const units = files.flatMap(({ units: ofFile }) => [...ofFile.values()]);
  const open = units.filter(({ target, isOutdated }) => target === null || isOutdated === true).length;
  return `Written: ${file}, ${units.length} texts, ${open} of them to be translated.`;
}
