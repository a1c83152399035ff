import { expect, test } from "vitest";
import { everyCountry } from "~/domain/where/signatures-by-country";

test("people who may see every number see a colour for a single signature", () => {
  expect(
    everyCountry([
      { code: "KE", count: 1 },
      { code: "MX", count: 9 },
      { code: "DE", count: 0 },
      { code: "ZZ", count: 5 },
    ]),
  ).toEqual({
    countries: [
      { code: "KE", count: 1, step: 1 },
      { code: "MX", count: 9, step: 1 },
    ],
    steps: [1],
  });
});

test("the colours reach up to the largest", () => {
  const { countries, steps } = everyCountry([
    { code: "US", count: 4_200_000 },
    { code: "KE", count: 99_999 },
    { code: "MX", count: 3 },
  ]);
  expect(steps).toEqual([1, 1_000, 10_000, 100_000, 1_000_000]);
  expect(countries.map(({ step }) => step)).toEqual([5, 3, 1]);
  expect(everyCountry([])).toEqual({ countries: [], steps: [1] });
});
