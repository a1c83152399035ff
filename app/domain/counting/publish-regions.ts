import { territoriesWithSeat, usesZipCodes } from "../signatures/zip-countries";

/** A region under this is never published, and can't be found by subtracting. */
export const SUPPRESSED_BELOW = 10;

/** Counted signatures at one place, as in `region_totals`; the same place may come twice. */
export interface RegionCell {
  country: string;
  usState: string;
  /** 0 = at large; below = none. */
  usDistrict: number;
  count: number;
}

export interface PublishedRegions {
  /** By ISO 3166-1 alpha-2; ZZ are those who prefer not to say. */
  countries: Record<string, number>;
  /** By state or territory and number, "CA-11"; "AK-0" is at large. */
  usDistricts: Record<string, number>;
  /** What is not listed above: of all, and of the listed United States and territories. */
  unlisted: { countries: number; usDistricts: number };
}

/**
 * What may be told about regions. The public count stands beside these figures, so hiding what is under ten is not
 * enough: a single hidden region would be the count less the others. The rules:
 * 1. A country under ten is hidden. Where all that is hidden adds up to less than ten, the smallest that is left is
 *    hidden as well.
 * 2. A district is shown only beside the figure of the United States, and a territory's (PR-0) only beside the
 *    territory's own, which is nearly the same number: else one would tell the other.
 * 3. A district under ten is hidden. Where the shown countries of rule 2 less the shown districts come to less than
 *    ten, the smallest district that is left is hidden as well, those of territories last, until it is nothing or ten.
 * So the hidden rest of each list is nothing, or at least ten and of more than one region; unless fewer than ten
 * signed altogether, which the count tells anyway.
 */
export function publishRegions(cells: readonly RegionCell[]): PublishedRegions {
  const total = sum(cells.map(({ count }) => count));
  const countries = hideSmall(sumBy(cells, countryOf), total, bySize);

  const family = sum([...countries].filter(([code]) => usesZipCodes(code)).map(([, count]) => count));
  const mayShow = (key: string) => countries.has("US") && (!isTerritory(key) || countries.has(stateOf(key)));
  const allowed = [...sumBy(cells, districtOf)].filter(([key]) => mayShow(key));
  const districts = hideSmall(new Map(allowed), family, (a, b) => territoriesLast(a, b) || bySize(a, b));

  return {
    countries: inOrder(countries),
    usDistricts: inOrder(districts),
    unlisted: {
      countries: total - sum([...countries.values()]),
      usDistricts: family - sum([...districts.values()]),
    },
  };
}

type Figure = [key: string, count: number];

/**
 * @param known the sum that a reader knows from elsewhere. It may be less than what is shown: somebody in a hidden
 * territory may have the ZIP code of a state
 */
export function hideSmall(figures: Map<string, number>, known: number, order: (a: Figure, b: Figure) => number) {
  const shown = [...figures].filter(([, count]) => count >= SUPPRESSED_BELOW).sort(order);
  let rest = known - sum(shown.map(([, count]) => count));
  while (rest !== 0 && rest < SUPPRESSED_BELOW && shown.length > 0) rest += shown.shift()?.[1] ?? 0;
  return new Map(shown);
}

const countryOf = ({ country }: RegionCell) => country;
const districtOf = ({ usState, usDistrict }: RegionCell) => (usDistrict >= 0 ? `${usState}-${usDistrict}` : null);

const stateOf = (district: string) => district.slice(0, 2);
const isTerritory = (district: string) => territoriesWithSeat.some((territory) => territory === stateOf(district));

const bySize = ([a, countA]: Figure, [b, countB]: Figure) => countA - countB || (a < b ? -1 : 1);
const territoriesLast = ([a]: Figure, [b]: Figure) => Number(isTerritory(a)) - Number(isTerritory(b));

const sum = (numbers: readonly number[]) => numbers.reduce((so, number) => so + number, 0);

function sumBy(cells: readonly RegionCell[], keyOf: (cell: RegionCell) => string | null): Map<string, number> {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + cell.count);
  }
  return sums;
}

function inOrder(figures: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...figures].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })));
}
