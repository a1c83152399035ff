import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { defaultLocale, locales, localesInPreparation } from "../app/i18n/locales";
import { compareWords } from "./compare";
import type { Words } from "./word-families";

/** Texts that are rightly the same in English and in the locale, as file and key. */
const mayEqual: Record<string, readonly string[]> = {
  es: ["calls.totals.outcome", "confirm.facts.no"],
  id: ["calls.totals.outcome", "lawmakers.titles.senator"],
  "pt-BR": ["calls.totals.outcome"],
};

const words: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), words])));

/**
 * Compares every file of every locale in `folder` with the one in English.
 * @returns one line for each fault, beginning with the file; empty when all is well
 */
export function compareFiles(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = [...locales, ...localesInPreparation];
  const unknown = folders.filter(({ name }) => !known.includes(name));
  const names = filesOf(folder, defaultLocale);
  return [
    ...unknown.map(({ name }) => `${name}: no locale of this name is in app/i18n/locales.ts`),
    ...known.flatMap((locale) => {
      const own = filesOf(folder, locale);
      const missing = isComplete(locale) ? names.filter((name) => !own.includes(name)) : [];
      return [
        ...missing.map((name) => `${locale}/${name}: the file is missing`),
        ...own
          .filter((name) => !names.includes(name))
          .map((name) => `${locale}/${name}: ${defaultLocale} has no such file`),
        ...names.filter((name) => own.includes(name)).flatMap((name) => compareFile(folder, locale, name)),
      ];
    }),
  ];
}

function isComplete(locale: string): boolean {
  return !localesInPreparation.includes(locale);
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

function filesOf(folder: string, locale: string): string[] {
  return readdirSync(`${folder}/${locale}`).sort();
}

function readWords(path: string): Words {
  return words.parse(JSON.parse(readFileSync(path, "utf8")));
}
