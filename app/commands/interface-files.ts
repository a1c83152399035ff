import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { changedTexts, type TextChange } from "~/domain/translations/difference";
import { interfaceUnits, wordsOf } from "~/domain/translations/interface-units";
import { textsOf } from "~/domain/translations/text-paths";
import type { UnitFile } from "~/domain/translations/units";
import { defaultLocale } from "~/i18n/locales";
import { compareFiles } from "~locales/compare-files";
import { filesOf, readWords } from "~locales/read-words";
import type { Words } from "~locales/word-families";

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
  write(): void;
}

/** @param files texts by the name of the file, as `site.json`, and by key; what they leave out stays as it is */
export function importInterface(
  locale: string,
  files: ReadonlyMap<string, ReadonlyMap<string, string>>,
): InterfaceImport {
  const known = filesOf(folder, defaultLocale);
  const unknown = [...files.keys()].filter((name) => !known.includes(name));
  const merged = [...files]
    .filter(([name]) => known.includes(name))
    .map(([name, texts]) => {
      const before = textsOf(wordsNow(locale, name));
      return {
        name,
        before,
        after: new Map([...before, ...texts]),
        changes: changedTexts(`${locale}/${name}`, before, texts),
      };
    })
    .filter(({ changes }) => changes.length > 0);
  const written = merged.map(({ name, after }) => ({ name, json: `${JSON.stringify(wordsOf(after), null, 2)}\n` }));
  return {
    changes: merged.flatMap(({ changes }) => changes),
    faults: [
      ...unknown.map((name) => `${locale}/${name}: ${defaultLocale} has no such file`),
      ...faultsWith(locale, written),
    ],
    write() {
      mkdirSync(`${folder}/${locale}`, { recursive: true });
      for (const { name, json } of written) writeFileSync(`${folder}/${locale}/${name}`, json);
    },
  };
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

/** A JSON file of a translator's, as texts by key. An empty text is one that is not translated yet. */
export function readTranslatedJson(file: string): ReadonlyMap<string, string> {
  const texts = textsOf(JSON.parse(readFileSync(file, "utf8")));
  return new Map([...texts].filter(([, text]) => text.trim() !== ""));
}
