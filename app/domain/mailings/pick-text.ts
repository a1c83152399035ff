import { nearestLocale } from "~/i18n/nearest-locale";

/** The text that a reader of `locale` gets: in their language or its kin, else in the mailing's own. */
export function pickText<Text extends { locale: string }>(
  texts: readonly Text[],
  locale: string,
  sourceLocale: string,
): Text | null {
  const offered = texts.map((text) => text.locale);
  const wanted = nearestLocale(locale, offered) ?? sourceLocale;
  return texts.find((text) => text.locale === wanted) ?? null;
}
