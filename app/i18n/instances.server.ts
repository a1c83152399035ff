import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import i18next, { type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { z } from "zod";
import { defaultLocale, isPseudoLocale, type Locale, locales, pseudoLocales } from "./locales";
import { pseudoWords } from "./pseudo-words";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));
const namespace = z.record(z.string(), z.unknown());

/**
 * One translator for each language, made once for the process from the files in `locales/`. Where pseudo-locales are
 * not asked for, their translator is the one of English.
 */
export function createTranslators({ withPseudoLocales = false } = {}): (locale: Locale) => i18n {
  const spoken = [...locales, ...(withPseudoLocales ? pseudoLocales : [])];
  const resources: Resource = Object.fromEntries(spoken.map((locale) => [locale, wordsOf(locale)]));
  const instances = new Map(
    spoken.map((locale) => {
      const instance = i18next.createInstance();
      void instance.use(initReactI18next).init({
        lng: locale,
        fallbackLng: defaultLocale,
        supportedLngs: spoken,
        resources,
        defaultNS: "site",
        // React and React Email escape by themselves.
        interpolation: { escapeValue: false },
        react: { useSuspense: false },
        returnNull: false,
        initAsync: false,
      });
      return [locale, instance] as const;
    }),
  );
  return (locale) => instances.get(locale) ?? instances.get(defaultLocale) ?? i18next;
}

/** The words of a locale by namespace. */
function wordsOf(locale: Locale): Record<string, Record<string, unknown>> {
  const isPseudo = isPseudoLocale(locale);
  const source = `${folder}/${isPseudo ? defaultLocale : locale}`;
  const files = readdirSync(source).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => {
      const words = namespace.parse(JSON.parse(readFileSync(`${source}/${file}`, "utf8")));
      return [file.slice(0, -".json".length), isPseudo ? pseudoWords(locale, words) : words];
    }),
  );
}
