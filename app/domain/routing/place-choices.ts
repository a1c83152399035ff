import { stateName } from "../lawmakers/state-names";
import { countryName } from "../regions/country-names";
import { type RegionTree, regionsAround, WORLD } from "../regions/region-tree";
import { stateCodes } from "./rule-places";

export interface PlaceChoice {
  code: string;
  name: string;
}

/** A part of the world with everything in it that can be chosen, by name. */
export interface Continent extends PlaceChoice {
  regions: PlaceChoice[];
  countries: PlaceChoice[];
  /** Of the United States, where they lie there. */
  states: PlaceChoice[];
}

/** Every place that can be chosen, by continents, in a reader's words and alphabetical order. */
export function placeChoices(tree: RegionTree, locale: string): Continent[] {
  const { compare } = new Intl.Collator(locale);
  const byName = (codes: Iterable<string>) =>
    [...codes].map((code) => ({ code, name: placeName(code, locale) })).sort((a, b) => compare(a.name, b.name));
  const continents = byName([...tree.regions].filter(([, parent]) => parent === WORLD).map(([code]) => code));
  return continents.map((continent) => {
    const isInside = (code: string) => regionsAround(tree, code).includes(continent.code);
    const countries = byName([...tree.countries.keys()].filter(isInside));
    return {
      ...continent,
      regions: byName([...tree.regions.keys()].filter(isInside)),
      countries,
      states: countries.some(({ code }) => code === "US") ? byName(stateCodes) : [],
    };
  });
}

/** The name of a country, state or M49 region; of a group, its code. */
export function placeName(code: string, locale: string): string {
  // M49 has it as a region of its own, for which `Intl` has no name.
  if (code === "010") return countryName("AQ", locale);
  if (code.startsWith("US-")) return stateName(code.slice(3));
  return /^([A-Z]{2}|\d{3})$/.test(code) && code !== "EU" ? countryName(code, locale) : code;
}
