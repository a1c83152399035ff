import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RegionCell } from "~/domain/counting/publish-regions";
import { publishRegions } from "~/domain/counting/publish-regions";
import { publishPlaces } from "~/domain/petition-deliveries/publish-places";
import { territoriesWithSeat, usesZipCodes } from "~/domain/signatures/zip-countries";

const inCountry = (country: string, count: number): RegionCell => ({ country, usState: "", usDistrict: -1, count });
const inDistrict = (usState: string, usDistrict: number, count: number, country = "US"): RegionCell => ({
  country,
  usState,
  usDistrict,
  count,
});
const sum = (numbers: number[]) => numbers.reduce((so, number) => so + number, 0);

describe("A state", () => {
  test("is the sum of its districts and of the rest of it, as far as each may be told", () => {
    const { usStates, usDistricts } = publishPlaces([
      inDistrict("CA", 11, 40),
      inDistrict("CA", 12, 30),
      inDistrict("CA", -1, 25),
      inDistrict("TX", 7, 15),
      inDistrict("TX", 8, 11),
    ]);
    expect(usDistricts).toEqual({ "CA-11": 40, "CA-12": 30, "TX-7": 15, "TX-8": 11 });
    expect(usStates).toEqual({ CA: { count: 95, elsewhere: 25 }, TX: { count: 26, elsewhere: 0 } });
  });

  test("leaves out a rest under ten, so that it tells nobody's district", () => {
    const { usStates, usDistricts } = publishPlaces([
      inDistrict("CA", 11, 40),
      inDistrict("CA", 12, 4),
      inDistrict("TX", -1, 30),
    ]);
    expect(usDistricts).toEqual({ "CA-11": 40 });
    // 34 are left beside the district; were the 30 of Texas told, the 4 would be what is left.
    expect(usStates).toEqual({ CA: { count: 40, elsewhere: 0 } });
  });

  test("of fewer than ten is not told at all, nor one of a country that is not told", () => {
    expect(publishPlaces([inDistrict("CA", 11, 40), inDistrict("TX", 7, 9), inDistrict("NY", 1, 9)]).usStates).toEqual({
      CA: { count: 40, elsewhere: 0 },
    });
    expect(publishPlaces([inCountry("KE", 50), inDistrict("CA", 11, 9)]).usStates).toEqual({});
    const hidden = [inDistrict("PR", 0, 12, "PR"), inDistrict("CA", 11, 40), inCountry("KE", 50), inCountry("FR", 3)];
    expect(publishPlaces(hidden).usStates).toEqual({ CA: { count: 40, elsewhere: 0 } });
  });
});

const place = fc.oneof(
  fc.constantFrom("KE", "FR", "ZZ", "US", "PR").map((country) => inCountry(country, 0)),
  fc
    .tuple(fc.constantFrom("CA", "TX", "NY", "PR", "GU"), fc.constantFrom(-1, 1, 7), fc.constantFrom("US", "PR", "GU"))
    .map(([state, district, country]) => {
      const isTerritory = territoriesWithSeat.some((territory) => territory === state);
      return inDistrict(state, isTerritory ? 0 : district, 0, country);
    }),
);
const cells = fc.array(
  fc
    .tuple(place, fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 2_000 })))
    .map(([cell, count]) => ({ ...cell, count })),
  { maxLength: 16 },
);

test("the numbers add up, agree with the public ones, and leave no rest from one to nine that is known to be of the United States", () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { total, countries, usStates, usDistricts, unlisted } = publishPlaces(all);
      expect({ countries, usDistricts, unlisted }).toEqual(publishRegions(all));
      expect(total).toBe(sum(all.map(({ count }) => count)));
      for (const [state, { count, elsewhere }] of Object.entries(usStates)) {
        const districts = Object.entries(usDistricts).filter(([key]) => key.startsWith(`${state}-`));
        expect(count).toBe(sum(districts.map(([, number]) => number)) + elsewhere);
        expect(count).toBeGreaterThanOrEqual(10);
        expect(elsewhere === 0 || elsewhere >= 10).toBe(true);
        expect(Object.keys(countries)).toContain("US");
        if (usesZipCodes(state)) expect(Object.keys(countries)).toContain(state);
      }
      const family = sum(Object.entries(countries).flatMap(([code, count]) => (usesZipCodes(code) ? [count] : [])));
      const left = family - sum(Object.values(usStates).map(({ count }) => count));
      // Somebody of a territory that is not told may have the ZIP code of a state: then no state tells more than its districts.
      const isPlain = left === 0 || left >= 10;
      expect(isPlain || Object.values(usStates).every(({ elsewhere }) => elsewhere === 0)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
