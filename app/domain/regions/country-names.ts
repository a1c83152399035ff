import { countryCodes } from "./country-codes";

/**
 * Where the long name of CLDR 48 is not the one people use: "Palestinian Territories", "Hong Kong SAR China".
 * The short style is right for these alone; elsewhere it gives "US" and "UK".
 */
const shortNamed = new Set(["PS", "HK", "MO"]);

export interface CountryOption {
  code: string;
  name: string;
}

const names = new Map<string, { long: Intl.DisplayNames; short: Intl.DisplayNames }>();
const options = new Map<string, readonly CountryOption[]>();

/** The name of a country or territory by ISO 3166-1 alpha-2 or XK. ZZ has words of its own elsewhere. */
export function countryName(code: string, locale: string): string {
  const { long, short } = namesIn(locale);
  return (shortNamed.has(code) ? short : long).of(code) ?? code;
}

/** Every country and territory in the reader's alphabetical order. The same array for the same locale. */
export function listCountryOptions(locale: string): readonly CountryOption[] {
  const known = options.get(locale);
  if (known !== undefined) return known;
  const { compare } = new Intl.Collator(locale);
  const sorted = countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => compare(a.name, b.name));
  options.set(locale, sorted);
  return sorted;
}

function namesIn(locale: string) {
  const known = names.get(locale);
  if (known !== undefined) return known;
  const made = {
    long: new Intl.DisplayNames(locale, { type: "region" }),
    short: new Intl.DisplayNames(locale, { type: "region", style: "short" }),
  };
  names.set(locale, made);
  return made;
}
