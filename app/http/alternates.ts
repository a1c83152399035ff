import { isLocale, locales } from "~/i18n/locales";

/** A page in one language. */
export interface Alternate {
  locale: string;
  /** From the root: `/es/principios`. */
  path: string;
}

/** A page whose words are the product's own is there in every language. */
export function inEveryLocale(below: string): Alternate[] {
  return locales.map((locale) => ({ locale, path: `/${locale}${below}` }));
}

/** A page of content is there in the languages that it was published in, of those that the site has. */
export function inItsLocales(
  translations: readonly { locale: string; slug?: string }[],
  below: (slug: string | undefined) => string,
): Alternate[] {
  return translations
    .filter(({ locale }) => isLocale(locale))
    .map(({ locale, slug }) => ({ locale, path: `/${locale}${below(slug)}` }));
}

/** The whole address of a page, with the letters that an address has: other scripts are written in percent signs. */
export function wholeAddress(origin: string, path: string): string {
  return new URL(path, origin).href;
}
