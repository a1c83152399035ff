import { wantedLocales } from "~/domain/campaigns/pick-translation";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { localizedText } from "~db/schema/content/localized-text";

/** The sentence about a partner that suits the reader best, or null where there is none. */
export function partnerDescription(
  stored: unknown,
  locale: string,
  defaultLocale: string,
): { text: string; locale: string; dir: TextDirection } | null {
  const texts = localizedText.parse(stored);
  for (const wanted of wantedLocales(locale, defaultLocale)) {
    const text = texts[wanted];
    if (text !== undefined) return { text, locale: wanted, dir: textDirection(wanted) };
  }
  return null;
}
