import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishRegions, type RegionCell } from "~/domain/counting/publish-regions";
import { territoriesWithSeat, usesZipCodes } from "~/domain/signatures/zip-countries";

const inCountry = (country: string, count: number): RegionCell => ({ country, usState: "", usDistrict: -1, count });
const inDistrict = (usState: string, usDistrict: number, count: number, country = "US"): RegionCell => ({
  country,
  usState,
  usDistrict,
  count,
});

describe("Countries", () => {
  test("with ten or more are shown, smaller ones together", () => {
    const { countries, unlisted } = publishRegions(
      [120, 10, 9, 4].map((count, n) => inCountry(["KE", "ZZ", "FR", "DE"][n] ?? "", count)),
    );
    expect(countries).toEqual({ KE: 120, ZZ: 10 });
    expect(unlisted.countries).toBe(13);
  });

  test("a single small one takes the smallest shown one along, so that the count does not tell it", () => {
    const { countries, unlisted } = publishRegions([inCountry("KE", 120), inCountry("BR", 30), inCountry("FR", 3)]);
    expect(countries).toEqual({ KE: 120 });
    expect(unlisted.countries).toBe(33);
  });

  test("where hardly anybody has signed, nothing is shown", () => {
    expect(publishRegions([inCountry("KE", 8)])).toMatchObject({ countries: {}, usDistricts: {} });
    expect(publishRegions([])).toEqual({ countries: {}, usDistricts: {}, unlisted: { countries: 0, usDistricts: 0 } });
  });
});

describe("Districts", () => {
  test("are named by state and number, in order, with 0 for at large", () => {
    const cells = [inDistrict("CA", 11, 40), inDistrict("CA", 2, 12), inDistrict("AK", 0, 15), inCountry("US", 20)];
    const { countries, usDistricts, unlisted } = publishRegions(cells);
    expect(countries).toEqual({ US: 87 });
    expect(Object.entries(usDistricts)).toEqual([
      ["AK-0", 15],
      ["CA-2", 12],
      ["CA-11", 40],
    ]);
    expect(unlisted.usDistricts).toBe(20);
  });

  test("a single small one takes the smallest shown one along", () => {
    const cells = [inDistrict("CA", 11, 40), inDistrict("TX", 7, 25), inDistrict("NY", 3, 4)];
    expect(publishRegions(cells)).toMatchObject({ usDistricts: { "CA-11": 40 }, unlisted: { usDistricts: 29 } });
  });

  test("a few without a district take the smallest one along as well", () => {
    const cells = [inDistrict("CA", 11, 40), inDistrict("TX", 7, 25), inCountry("US", 4)];
    expect(publishRegions(cells).usDistricts).toEqual({ "CA-11": 40 });
  });

  test("a hidden territory is not told by its district, nor the United States by theirs", () => {
    const hiddenTerritory = [
      inDistrict("PR", 0, 12, "PR"),
      inDistrict("CA", 11, 40),
      inCountry("KE", 50),
      inCountry("FR", 3),
    ];
    const { countries, usDistricts } = publishRegions(hiddenTerritory);
    expect(countries).toEqual({ KE: 50, US: 40 });
    expect(usDistricts).toEqual({ "CA-11": 40 });

    const hiddenStates = [
      inDistrict("CA", 11, 40),
      inDistrict("PR", 0, 60, "PR"),
      inCountry("KE", 50),
      inCountry("FR", 3),
    ];
    expect(publishRegions(hiddenStates)).toMatchObject({ countries: { KE: 50, PR: 60 }, usDistricts: {} });
  });
});

const counts = fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 2_000 }));
const place = fc.oneof(
  fc.constantFrom("KE", "FR", "ZZ", "BR", "US", "PR", "GU").map((country) => inCountry(country, 0)),
  fc
    .tuple(fc.constantFrom("CA", "TX", "PR", "GU"), fc.constantFrom(0, 7, 11), fc.constantFrom("US", "PR", "GU"))
    .map(([state, district, country]) => {
      const isTerritory = territoriesWithSeat.some((territory) => territory === state);
      return inDistrict(state, isTerritory ? 0 : district, 0, country);
    }),
);
const cells = fc.array(
  fc.tuple(place, counts).map(([cell, count]) => ({ ...cell, count })),
  { maxLength: 14 },
);

const sum = (numbers: number[]) => numbers.reduce((so, number) => so + number, 0);
const sumWhere = (all: RegionCell[], isMeant: (cell: RegionCell) => boolean) =>
  sum(all.filter(isMeant).map(({ count }) => count));

test("beside the public count, no answer tells a number from one to nine about any region", () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { countries, usDistricts, unlisted } = publishRegions(all);
      const total = sumWhere(all, () => true);

      for (const [code, count] of Object.entries(countries)) {
        expect(count).toBe(sumWhere(all, ({ country }) => country === code));
        expect(count).toBeGreaterThanOrEqual(10);
      }
      for (const [key, count] of Object.entries(usDistricts)) {
        expect(count).toBe(sumWhere(all, ({ usState, usDistrict }) => key === `${usState}-${usDistrict}`));
        expect(count).toBeGreaterThanOrEqual(10);
        const state = key.slice(0, 2);
        expect(Object.keys(countries), "A district stands beside its country.").toContain("US");
        if (usesZipCodes(state)) expect(Object.keys(countries)).toContain(state);
      }

      // What a reader can work out: the count less the countries, and these less the districts.
      const restOfCountries = total - sum(Object.values(countries));
      expect(restOfCountries).toBe(unlisted.countries);
      if (total >= 10) expectNothingSmall(restOfCountries);
      const hidden = new Set(all.map(({ country }) => country).filter((code) => !(code in countries)));
      if (total >= 10) expect(hidden.size, "A hidden rest is never of one country.").not.toBe(1);
      const family = sum(Object.entries(countries).flatMap(([code, count]) => (usesZipCodes(code) ? [count] : [])));
      expect(unlisted.usDistricts).toBe(family - sum(Object.values(usDistricts)));
      expectNothingSmall(unlisted.usDistricts);
    }),
    { numRuns: 2_000 },
  );
});

function expectNothingSmall(rest: number) {
  expect(rest === 0 || rest >= 10, `${rest} are left over`).toBe(true);
}
