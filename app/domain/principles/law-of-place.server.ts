import type { Context } from "~/domain/context";
import { isCountryCode } from "~/domain/regions/country-codes";
import { findCountry } from "~/domain/regions/find-country.server";
import { type StateLaw, stateLaw } from "~/domain/regions/state-privacy-laws";
import { readHomeState } from "~/domain/regions/us-subdivisions";
import { type LawSystem, lawSystemOf, principleLaws } from "./principle-laws";

/** What the law of a place says of a principle, as far as it was checked. */
export interface LawOfPlace {
  country: string;
  /** In the United States: two letters of the state, or DC; null where none was chosen. */
  state: string | null;
  /** Of the country; null where it has none, or none that we know. */
  lawName: string | null;
  /** Null where no state was chosen. */
  stateLaw: StateLaw | null;
  /** The law whose words on the principle were checked; null where nobody has checked any. */
  system: LawSystem | null;
  /** Its articles or sections. */
  places: readonly string[];
}

/**
 * @param place.region ISO 3166-2; only a state of the United States changes anything
 * @returns null where no country was chosen, or not one that exists
 */
export async function lawOfPlace(
  ctx: Context,
  place: { country: string; region: string | null },
  principle: string,
): Promise<LawOfPlace | null> {
  const found = isCountryCode(place.country) ? await findCountry(ctx, place.country) : null;
  if (found === null) return null;
  const state = found.iso2 === "US" && place.region !== null ? readHomeState(place.region) : null;
  const system = lawSystemOf({ ...found, state }, principle);
  return {
    country: found.iso2,
    state,
    lawName: found.lawName,
    stateLaw: state === null ? null : stateLaw(state),
    system,
    places: system === null ? [] : (principleLaws[principle]?.[system] ?? []),
  };
}
