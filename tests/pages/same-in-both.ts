import { listCountryOptions } from "~/domain/regions/country-names";
import { localeNames } from "~/i18n/locales";

/** What every language writes as English does. */
const everywhere = new Set(["Privacy for All", "RSS", ...Object.values(localeNames)]);

/** Words that a language really shares with English: each was looked at, none is a forgotten translation. */
const shared: Record<string, readonly string[]> = {
  // The English term of American law, which its explainer names beside the translation.
  ar: ["preemption"],
  de: ["Name", "Petition"],
  es: ["Asia", "No", "Washington", "preemption"],
  hi: ["preemption"],
  id: ["Asia", "Senator"],
  sw: ["Asia"],
  ur: ["preemption"],
  "zh-Hant": ["preemption"],
};

/** Whether a text is rightly the same in a language as in English. */
export function sameInBoth(words: string, locale: string): boolean {
  return (
    everywhere.has(words) ||
    isMonth(words, locale) ||
    (shared[locale] ?? []).includes(words) ||
    listCountryOptions(locale).some(({ name }) => name === withoutCount(words))
  );
}

/** `November 2019`, which is the same in German and Indonesian. */
function isMonth(words: string, locale: string): boolean {
  const year = /^\p{L}+ (\d{4})$/u.exec(words)?.[1];
  const { format } = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    year !== undefined &&
    Array.from({ length: 12 }, (_, month) => format(Date.UTC(Number(year), month))).includes(words)
  );
}

/** The country of `Kenya: 11`, as the map says it. */
function withoutCount(words: string): string {
  return words.replace(/: \p{Nd}+$/u, "");
}
