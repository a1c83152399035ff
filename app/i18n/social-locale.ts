/** The country that Open Graph wants beside a language, where a language alone would not be understood. */
const usual: Record<string, string> = {
  ar: "ar_AR",
  bn: "bn_IN",
  de: "de_DE",
  en: "en_US",
  es: "es_LA",
  fr: "fr_FR",
  hi: "hi_IN",
  id: "id_ID",
  sw: "sw_KE",
  ur: "ur_PK",
  "zh-Hant": "zh_TW",
};

/** A locale as Open Graph names it: language_TERRITORY. */
export function socialLocale(locale: string): string {
  return usual[locale] ?? locale.replace("-", "_");
}
