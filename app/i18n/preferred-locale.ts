import { defaultLocale, type Locale, locales } from "./locales";
import { nearestLocale } from "./nearest-locale";

/**
 * The interface language that suits an `Accept-Language` header best (RFC 9110, 12.5.4; look-up of RFC 4647,
 * 3.4): the highest weight whose language we have.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  return preferredOf(acceptLanguage, locales) ?? defaultLocale;
}

/** The same among any locales; null where none of them is wanted. */
export function preferredOf<Offered extends string>(
  acceptLanguage: string | null,
  offered: readonly Offered[],
): Offered | null {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .slice(0, 50)
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(parameter)?.[1])
        .find(Boolean);
      return { language: tag.trim(), weight: quality === undefined ? 1 : Number(quality), position };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { language } of wanted) {
    const match = nearestLocale(language, offered);
    if (match !== null) return match;
  }
  return null;
}
