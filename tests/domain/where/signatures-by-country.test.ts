import { expect, test } from "vitest";
import { publishRegions } from "~/domain/counting/publish-regions";
import { signaturesByCountry } from "~/domain/where/signatures-by-country";

const nobody = { countries: {}, usDistricts: {}, unlisted: { countries: 0, usDistricts: 0 } };

function cells(counts: Record<string, number>) {
  return Object.entries(counts).map(([country, count]) => ({ country, usState: "", usDistrict: -1, count }));
}

test("most signatures come first, and each step of colour holds ten times as many", () => {
  const shown = signaturesByCountry(publishRegions(cells({ KE: 1200, DE: 90, BR: 10, ZZ: 40 })));

  expect(shown.steps).toEqual([10, 100, 1000]);
  expect(shown.countries).toEqual([
    { code: "KE", count: 1200, step: 3 },
    { code: "DE", count: 90, step: 1 },
    { code: "BR", count: 10, step: 1 },
  ]);
  expect(shown).toMatchObject({ unsaid: 40, merged: 0 });
});

test("a country with few signatures is in no list and no colour, only in their sum", () => {
  const shown = signaturesByCountry(publishRegions(cells({ KE: 500, FJ: 6, TO: 7 })));

  expect(shown.countries.map(({ code }) => code)).toEqual(["KE"]);
  expect(shown.merged).toBe(13);
  expect(JSON.stringify(shown)).not.toMatch(/FJ|TO/);
});

test("before the first signature there is nothing to show", () => {
  expect(signaturesByCountry(nobody)).toMatchObject({ countries: [], unsaid: null, merged: 0 });
});

test("there are never more steps than colours", () => {
  const shown = signaturesByCountry(publishRegions(cells({ IN: 800_000_000 })));
  expect(shown.steps).toHaveLength(5);
  expect(shown.countries[0]?.step).toBe(5);
});
