import { isLocale, locales } from "~/i18n/locales";
import { nearestLocale } from "~/i18n/nearest-locale";

const firstPart = /^\/([a-z\d-]{2,35})(?=[/?]|$)/i;

/**
 * Where a page is whose language is spelled in another way than in our addresses: `/ES/privacy` is at `/es/privacy`,
 * `/zh-tw?x=1` at `/zh-Hant?x=1`. Null where the language is spelled as it should be, or not ours.
 */
export function usualSpelling(pathAndQuery: string): string | null {
  const first = firstPart.exec(pathAndQuery)?.[1];
  if (first === undefined || isLocale(first)) return null;
  const locale = nearestLocale(first, locales);
  return locale && `/${locale}${pathAndQuery.slice(first.length + 1)}`;
}
