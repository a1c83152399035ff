import { isLocale, type Locale } from "./locales";
import { preferredOf } from "./preferred-locale";

/** Languages of the portal and of the mails to those who work in it. */
export const portalLocales = ["en", "es"] as const;

export type PortalLocale = (typeof portalLocales)[number];

/** Words of the portal stand in files of this name. */
export const portalFile = /^portal(-[a-z-]+)?\.json$/;

export function isPortalLocale(text: string): text is PortalLocale {
  return portalLocales.some((locale) => locale === text);
}

/** The portal's language for somebody of whom only the browser's wish is known. */
export function portalLocaleOf(acceptLanguage: string | null): PortalLocale {
  return preferredOf(acceptLanguage, portalLocales) ?? "en";
}

/** The portal's addresses name no language: it is its visitor's. */
export function isPortalPath(pathname: string): boolean {
  return /^\/portal(\/|$)/.test(pathname);
}

/**
 * The language of a preview in the portal, which its address ends with: it is the public's page, in the public's frame and
 * words. Null for every other page.
 */
export function previewLocaleOf(pathname: string): Locale | null {
  const [, locale] = /^\/portal\/[^/]+\/campaigns\/[^/]+\/preview\/([^/]+)$/.exec(pathname) ?? [];
  return isLocale(locale) ? locale : null;
}
