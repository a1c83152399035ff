import { localeChain } from "~/i18n/locale-chain";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import type { translationStatuses } from "~db/schema/campaigns";

export type TranslationStatus = (typeof translationStatuses)[number];

/** What a page must know to show a text in another language than its own. */
export interface Language {
  locale: string;
  dir: TextDirection;
  status: TranslationStatus;
  /** Its source was changed since it was made. */
  isStale: boolean;
}

/** The locales in which a reader may be shown a text, best first: their own, its kin, English, the text's own. */
export function wantedLocales(locale: string, defaultLocale?: string): string[] {
  return [...new Set([...localeChain(locale), ...(defaultLocale === undefined ? [] : [defaultLocale])])];
}

/** @returns the translation that suits the reader best, or null where there is none in a wanted locale */
export function pickTranslation<T extends { locale: string }>(
  translations: readonly T[],
  locale: string,
  defaultLocale?: string,
): T | null {
  for (const wanted of wantedLocales(locale, defaultLocale)) {
    const found = translations.find((translation) => translation.locale === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

export function languageOf({ locale, status, isStale }: Omit<Language, "dir">): Language {
  return { locale, dir: textDirection(locale), status, isStale };
}
