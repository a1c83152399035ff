import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import i18next, { type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { z } from "zod";
import { defaultLocale, type Locale, locales } from "./locales";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));
const namespace = z.record(z.string(), z.unknown());

/** One translator for each language, made once for the process from the files in `locales/`. */
export function createTranslators(): (locale: Locale) => i18n {
  const resources: Resource = {};
  for (const locale of locales) {
    const files = readdirSync(`${folder}/${locale}`).filter((file) => file.endsWith(".json"));
    resources[locale] = Object.fromEntries(
      files.map((file) => [
        file.slice(0, -".json".length),
        namespace.parse(JSON.parse(readFileSync(`${folder}/${locale}/${file}`, "utf8"))),
      ]),
    );
  }
  const instances = new Map(
    locales.map((locale) => {
      const instance = i18next.createInstance();
      void instance.use(initReactI18next).init({
        lng: locale,
        fallbackLng: defaultLocale,
        supportedLngs: [...locales],
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
  return (locale) => instances.get(locale) ?? i18next;
}
