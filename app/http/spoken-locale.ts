import { isLocale, type Locale } from "~/i18n/locales";
import type { LoadContext } from "./load-context";

/** The locale that a path names; null where there is none, or a pseudo-locale that the settings do not offer. */
export function spokenLocale({ translator }: LoadContext, text: string | undefined): Locale | null {
  return isLocale(text) && translator(text).language === text ? text : null;
}
