import { placeOf } from "../places";
import type { MessageLanguage } from "./message-language";

const ordinalRules = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

const withoutState: Readonly<Record<string, { en: string; es: string }>> = {
  PR: { en: "Office of the Resident Commissioner of Puerto Rico", es: "comisionado residente de Puerto Rico" },
};

/** The office of a seat of the House that nobody holds: `Office of the 14th Congressional District of California`. */
export function seatOfficeName(
  { state, district }: { state: string; district: number | null },
  language: MessageLanguage,
): string {
  const known = withoutState[state]?.[language];
  if (known !== undefined) return known;
  const place = placeOf(state, language);
  if (!place.isState) {
    return language === "en" ? `Office of the Delegate from ${place.inside}` : `delegación de ${place.inside}`;
  }
  const number = district ?? 0;
  if (number === 0) {
    return language === "en"
      ? `Office of the At-Large Congressional District of ${place.name}`
      : `distrito único de ${place.name}`;
  }
  return language === "en"
    ? `Office of the ${number}${endings[ordinalRules.select(number)] ?? "th"} Congressional District of ${place.name}`
    : `distrito ${number} de ${place.name}`;
}
