import { createTranslators } from "~/i18n/instances.server";
import type { Locale } from "~/i18n/locales";

const translators = createTranslators();

/** The words of the site in a language, from the files that the site itself reads. */
export function wordsIn(locale: Locale) {
  return translators(locale).t;
}
