import { hideSmall, type PublishedRegions, publishRegions, type RegionCell } from "../counting/publish-regions";
import { usesZipCodes } from "../signatures/zip-countries";

/** What a delivered petition may tell of places: the public figures, and states that add up from them. */
export interface PublishedPlaces extends PublishedRegions {
  /** All that is counted. */
  total: number;
  /** By state or territory of the United States. Where there is none for a state, it has too few to be told. */
  usStates: Record<string, StateFigure>;
}

export interface StateFigure {
  /** The sum of the state's districts that are told, and `elsewhere`. */
  count: number;
  /** In districts that are not told, or not known; 0 where that is nobody, or too few to be told. */
  elsewhere: number;
}

/**
 * Countries and districts are told exactly as `publishRegions` tells them in public, so that no figure here is known from
 * there less a few. A state is the sum of its districts that are told and of the rest of it; where that rest is under ten it is
 * left out of the state's figure. What is then left of all who are told to be in the United States is nothing, or at least ten:
 * else the smallest rest is left out as well, until it is.
 */
export function publishPlaces(cells: readonly RegionCell[]): PublishedPlaces {
  const regions = publishRegions(cells);
  const told = new Map<string, number>();
  for (const [district, count] of Object.entries(regions.usDistricts)) add(told, district.slice(0, 2), count);
  const everybody = new Map<string, number>();
  for (const { usState, count } of cells) if (usState !== "") add(everybody, usState, count);

  const rests = new Map(
    [...everybody]
      .filter(([state]) => mayTell(state, regions))
      .map(([state, count]) => [state, count - (told.get(state) ?? 0)]),
  );
  const shown = hideSmall(rests, regions.unlisted.usDistricts, ([a, countA], [b, countB]) =>
    countA === countB ? (a < b ? -1 : 1) : countA - countB,
  );
  const states = [...new Set([...told.keys(), ...shown.keys()])].sort();
  return {
    ...regions,
    total: cells.reduce((sum, { count }) => sum + count, 0),
    usStates: Object.fromEntries(
      states.map((state) => {
        const elsewhere = shown.get(state) ?? 0;
        return [state, { count: (told.get(state) ?? 0) + elsewhere, elsewhere }];
      }),
    ),
  };
}

/** A territory is nearly its country of the same name: told only beside it. */
function mayTell(state: string, { countries }: PublishedRegions): boolean {
  return Object.hasOwn(countries, "US") && (!usesZipCodes(state) || Object.hasOwn(countries, state));
}

function add(sums: Map<string, number>, key: string, count: number) {
  sums.set(key, (sums.get(key) ?? 0) + count);
}
