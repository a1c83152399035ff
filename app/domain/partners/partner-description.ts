import { type TranslationStatus, wantedLocales } from "~/domain/campaigns/pick-translation";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { localizedText } from "~db/schema/content/localized-text";

export interface PartnerDescription {
  text: string;
  locale: string;
  dir: TextDirection;
  status: TranslationStatus;
}

/**
 * The sentence about a partner that suits the reader best, or null where there is none. Partners write their own; those
 * of the fictional ones were written in English, and drafted by a machine in other languages.
 */
export function partnerDescription(
  partner: { description: unknown; defaultLocale: string; isSample: boolean },
  locale: string,
): PartnerDescription | null {
  const texts = localizedText.parse(partner.description);
  for (const wanted of wantedLocales(locale, partner.defaultLocale)) {
    const text = texts[wanted];
    if (text === undefined) continue;
    const status = partner.isSample && wanted !== "en" ? "machine_draft" : "source";
    return { text, locale: wanted, dir: textDirection(wanted), status };
  }
  return null;
}
