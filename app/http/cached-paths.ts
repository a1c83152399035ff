import { isLocale } from "~/i18n/locales";

/** A link to a campaign may carry a tag, and nothing else: see `sourceTag`. Such a page has a form of its own. */
const below =
  /^\/((campaigns|principles|updates)(\/[\w-]{1,100})?|campaigns\/[\w-]{1,100}(\/where|\?source=[a-z0-9-]{1,40})|privacy)$/;
const campaignPage = /^\/([A-Za-z-]{2,12})\/campaigns\/([\w-]{1,100})(?:\?|$)/;

/** Whether a page is the same for everybody who reads it, and so kept as ready bytes. */
export function isCachedPath(path: string): boolean {
  const slash = path.indexOf("/", 1);
  const locale = path.slice(1, slash === -1 ? undefined : slash);
  return isLocale(locale) && (slash === -1 || below.test(path.slice(slash)));
}

/** The campaign whose own page a path leads to; null for every other path. */
export function campaignPageOf(path: string): { locale: string; address: string } | null {
  const [, locale, address] = campaignPage.exec(path) ?? [];
  return locale && address && isLocale(locale) ? { locale, address } : null;
}
