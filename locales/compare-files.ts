import { readdirSync, readFileSync } from "node:fs";
import { defaultLocale, locales, localesInPreparation } from "../app/i18n/locales";
import { isPortalLocale, portalFile } from "../app/i18n/portal-locales";
import { compareWords } from "./compare";
import { filesOf, readWords } from "./read-words";
import { statusFaults } from "./status-faults";
import { families } from "./word-families";

/** Texts that are rightly the same in English and in the locale, as file and key. */
const mayEqual: Record<string, readonly string[]> = {
  ar: ["calls.totals.outcome"],
  bn: ["calls.totals.outcome"],
  de: ["calls.totals.outcome", "confirm.facts.name", "confirm.facts.petition"],
  es: ["calls.totals.outcome", "confirm.facts.no"],
  hi: ["calls.totals.outcome"],
  id: ["calls.totals.outcome", "lawmakers.titles.senator"],
  "pt-BR": ["calls.totals.outcome"],
  sw: ["calls.totals.outcome"],
  ur: ["calls.totals.outcome"],
};

/** More texts than this that are the same as in English mean a locale that is not translated. */
const MOST_EQUAL = 0.02;

/**
 * Compares every file of every locale in `folder` with the one in English.
 * @returns one line for each fault, beginning with the file; empty when all is well
 */
export function compareFiles(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = [...locales, ...localesInPreparation];
  const unknown = folders.filter(({ name }) => !known.includes(name));
  const all = filesOf(folder, defaultLocale);
  return [
    ...unknown.map(({ name }) => `${name}: no locale of this name is in app/i18n/locales.ts`),
    ...statusFaults(JSON.parse(readFileSync(`${folder}/status.json`, "utf8")), known),
    ...known.flatMap((locale) => {
      // The portal speaks fewer languages than the public pages.
      const names = isPortalLocale(locale) ? all : all.filter((name) => !portalFile.test(name));
      const own = filesOf(folder, locale);
      const missing = isComplete(locale) ? names.filter((name) => !own.includes(name)) : [];
      return [
        ...missing.map((name) => `${locale}/${name}: the file is missing`),
        ...own
          .filter((name) => !names.includes(name))
          .map((name) => `${locale}/${name}: ${defaultLocale} has no such file`),
        ...names.filter((name) => own.includes(name)).flatMap((name) => compareFile(folder, locale, name)),
        ...(locale === defaultLocale ? [] : tooMuchEnglish(folder, locale)),
      ];
    }),
  ];
}

function isComplete(locale: string): boolean {
  return !localesInPreparation.includes(locale);
}

/** What may be the same in both languages may still be too much of it. */
function tooMuchEnglish(folder: string, locale: string): string[] {
  const texts = [...textsOf(folder, locale)];
  const english = textsOf(folder, defaultLocale);
  const equal = texts.filter(([key, text]) => english.get(key) === text);
  return equal.length > texts.length * MOST_EQUAL
    ? [`${locale}: ${equal.length} of ${texts.length} texts are the same as in English`]
    : [];
}

function textsOf(folder: string, locale: string): Map<string, string> {
  return new Map(
    filesOf(folder, locale).flatMap((name) =>
      [...families(readWords(`${folder}/${locale}/${name}`)).values()].flatMap((family) =>
        [...family.forms].map(([category, text]) => [`${name}: ${family.name}_${category}`, text] as const),
      ),
    ),
  );
}

function compareFile(folder: string, locale: string, name: string): string[] {
  const source = readWords(`${folder}/${defaultLocale}/${name}`);
  const prefix = name.replace(/json$/, "");
  const faults = compareWords({
    locale,
    isComplete: isComplete(locale),
    source,
    words: locale === defaultLocale ? source : readWords(`${folder}/${locale}/${name}`),
    mayEqual: new Set(
      (mayEqual[locale] ?? []).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
    ),
  });
  return faults.map((fault) => `${locale}/${name}: ${fault}`);
}
