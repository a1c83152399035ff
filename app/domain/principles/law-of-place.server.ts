import type { Context } from "~/domain/context";
import { isCountryCode } from "~/domain/regions/country-codes";
import { findCountry } from "~/domain/regions/find-country.server";
import { LAWS_AS_OF, lawSystemOf, principleLaws } from "./principle-laws";

/** What the law of a place says of a principle, as far as it was checked. */
export interface LawOfPlace {
  country: string;
  /** The name of the law; null where there is none, or none that we know. */
  lawName: string | null;
  /** Articles of the GDPR or sections of the California Civil Code; null where the place has neither. */
  system: "gdpr" | "california" | null;
  places: readonly string[];
  /** YYYY-MM. */
  asOf: string;
}

/** @returns null where no country was chosen, or not one that exists */
export async function lawOfPlace(ctx: Context, country: string, principle: string): Promise<LawOfPlace | null> {
  const found = isCountryCode(country) ? await findCountry(ctx, country) : null;
  if (found === null) return null;
  const system = lawSystemOf(found);
  return {
    country: found.iso2,
    lawName: found.lawName,
    system,
    places: system === null ? [] : (principleLaws[principle]?.[system] ?? []),
    asOf: LAWS_AS_OF,
  };
}
