import { isLocale } from "~/i18n/locales";

const below = /^\/((campaigns|principles|updates)(\/[\w-]{1,100})?|campaigns\/[\w-]{1,100}\/where|privacy)$/;

/** Whether a page is the same for everybody who reads it, and so kept as ready bytes. */
export function isCachedPath(path: string): boolean {
  const slash = path.indexOf("/", 1);
  const locale = path.slice(1, slash === -1 ? undefined : slash);
  return isLocale(locale) && (slash === -1 || below.test(path.slice(slash)));
}
