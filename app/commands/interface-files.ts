import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { changedTexts, type TextChange } from "~/domain/translations/difference";
import { interfaceUnits, wordsOf } from "~/domain/translations/interface-units";
import { textsOf } from "~/domain/translations/text-paths";
import { targetsOf, type UnitFile, type Units } from "~/domain/translations/units";
import { defaultLocale } from "~/i18n/locales";
import { compareFiles } from "~locales/compare-files";
import { filesOf, readWords } from "~locales/read-words";
import type { Words } from "~locales/word-families";
import type { WrittenFile } from "./write-together";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));

/** How the name of a part begins that holds a file of the interface. */
export const INTERFACE = "interface/";

/** Every file of the interface, for a translator into `locale`. */
export function exportInterface(locale: string): UnitFile[] {
  return filesOf(folder, defaultLocale).map((name) => ({
    name: INTERFACE + name.replace(/\.json$/, ""),
    units: interfaceUnits(readWords(`${folder}/${defaultLocale}/${name}`), wordsNow(locale, name), locale),
  }));
}

/** The words of a locale as they stand, ready for `export --format json`: with an empty text for what is missing. */
export function interfaceAsJson(locale: string): { name: string; words: Words }[] {
  return exportInterface(locale).map(({ name, units }) => ({
    name: `${name.slice(INTERFACE.length)}.json`,
    words: wordsOf(new Map([...units].map(([key, { target }]) => [key, target ?? ""]))),
  }));
}

export interface InterfaceImport {
  changes: TextChange[];
  /** What the checks of `npm run check` say of the locale with the changes; nothing is written while there is one. */
  faults: string[];
  /** The files as they are to be. */
  written: WrittenFile[];
}

/** @param files units by the name of the file, as `site.json`, and by key; what they leave out stays as it is */
export function importInterface(locale: string, files: ReadonlyMap<string, Units>): InterfaceImport {
  const known = filesOf(folder, defaultLocale);
  const unknown = [...files.keys()].filter((name) => !known.includes(name));
  const merged = [...files]
    .filter(([name]) => known.includes(name))
    .map(([name, units]) => {
      const before = textsOf(wordsNow(locale, name));
      const texts = targetsOf(units);
      const changes = changedTexts(`${locale}/${name}`, before, texts);
      return { name, changes, after: new Map([...before, ...texts]), old: oldSources(locale, name, units, changes) };
    })
    .filter(({ changes }) => changes.length > 0);
  const written = merged.map(({ name, after }) => ({ name, json: `${JSON.stringify(wordsOf(after), null, 2)}\n` }));
  const faults = [
    ...unknown.map((name) => `${locale}/${name}: ${defaultLocale} has no such file`),
    ...merged.flatMap(({ old }) => old),
  ];
  // The checks read every file of every language: they come last, and only where something would be written.
  if (faults.length === 0 && written.length > 0) faults.push(...faultsWith(locale, written));
  return {
    changes: merged.flatMap(({ changes }) => changes),
    faults,
    written: written.map(({ name, json }) => ({ file: `${folder}/${locale}/${name}`, text: json })),
  };
}

/** Texts that were translated from other words than English has now. */
function oldSources(locale: string, name: string, units: Units, changes: readonly TextChange[]): string[] {
  const english = interfaceUnits(readWords(`${folder}/${defaultLocale}/${name}`), {}, locale);
  return changes.flatMap(({ file, key }) => {
    const source = units.get(key)?.source ?? null;
    const now = english.get(key)?.source ?? null;
    return source === null || now === null || source.trim() === now.trim()
      ? []
      : [`${file}: ${key} was translated from “${source}”; English says “${now}” now. Export anew.`];
  });
}

/** What of the interface a translator's files leave out: whole files, or how many texts of one. */
export function leftOut(locale: string, files: ReadonlyMap<string, Units>): string[] {
  return exportInterface(locale).flatMap(({ name, units }) => {
    const file = `${name.slice(INTERFACE.length)}.json`;
    const given = files.get(file);
    if (given === undefined) return [`${locale}/${file}`];
    const missing = [...units.keys()].filter((key) => typeof given.get(key)?.target !== "string");
    return missing.length > 0 ? [`${missing.join(", ")} of ${locale}/${file}`] : [];
  });
}

function wordsNow(locale: string, name: string): Words {
  const file = `${folder}/${locale}/${name}`;
  return existsSync(file) ? readWords(file) : {};
}

/** Runs the checks on a copy: what they refuse must never stand in the folder that the product reads. */
function faultsWith(locale: string, written: readonly { name: string; json: string }[]): string[] {
  const copy = mkdtempSync(path.join(tmpdir(), "translations-"));
  try {
    cpSync(folder, copy, { recursive: true });
    mkdirSync(`${copy}/${locale}`, { recursive: true });
    for (const { name, json } of written) writeFileSync(`${copy}/${locale}/${name}`, json);
    return compareFiles(copy).filter((fault) => fault.startsWith(`${locale}/`) || fault.startsWith(`${locale}:`));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
