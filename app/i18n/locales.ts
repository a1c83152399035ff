/** Languages of the interface, in the order of the language switch. */
export const locales = ["en", "es", "fr", "de", "pt-BR", "ar", "ur", "hi", "bn", "sw", "id", "zh-Hant"] as const;

/**
 * Made from English by a program, to find words that stand in the code and room that is too narrow. Only where the
 * settings say so, and never offered: no list of languages names them.
 */
export const pseudoLocales = ["en-XA", "ar-XB"] as const;

export type PseudoLocale = (typeof pseudoLocales)[number];
export type Locale = (typeof locales)[number] | PseudoLocale;

export const defaultLocale: Locale = "en";

/** Each language by its own name. */
export const localeNames: Record<(typeof locales)[number], string> = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  "pt-BR": "Português (Brasil)",
  ar: "العربية",
  ur: "اردو",
  hi: "हिन्दी",
  bn: "বাংলা",
  sw: "Kiswahili",
  id: "Bahasa Indonesia",
  "zh-Hant": "繁體中文",
};

export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text) || isPseudoLocale(text);
}

export function isPseudoLocale(text: string | undefined): text is PseudoLocale {
  return pseudoLocales.some((locale) => locale === text);
}

/** The locale that stands in a path, or the default for a path without one. */
export function localeOfPath(pathname: string): Locale {
  const first = pathname.split("/")[1];
  return isLocale(first) ? first : defaultLocale;
}

/**
 * Languages whose words are being written: what they have is checked like the others, what they lack is no fault, and
 * readers are not offered them yet.
 */
export const localesInPreparation: readonly string[] = [];
