import { locales, localesInPreparation } from "~/i18n/locales";

/** Whether a text is a language tag in its usual spelling: `pt-BR`, not `pt-br`. */
export function isLocaleTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

/**
 * Whether content is written in this language: readers are offered it, or will be. The pseudo-locales are made by a
 * program and hold no text of anybody's.
 */
export function isWrittenLocale(text: string): boolean {
  return [...locales, ...localesInPreparation].includes(text);
}
