import { expect, test } from "vitest";
import { districtFinder } from "~/domain/lawmakers/district-finder";
import { findYourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { finderAnswer } from "~/domain/lawmakers/finder-answer";
import { readWhere } from "~/domain/lawmakers/where-you-live";
import { end, facts, index, now } from "./index-of-tests";

const finder = (query: string, at = now) => {
  const yours = findYourLawmakers(index, readWhere(new URLSearchParams(query)), at);
  return yours && districtFinder(index, yours);
};

test("a split ZIP code gets the files of its state, its seats, and a map about its place", () => {
  const view = finder("zip=02139");

  expect(view?.lite).toMatch(/^\/districts\/119\/MA-lite-[0-9a-f]{16}\.json$/);
  expect(view?.seats).toHaveLength(9);
  expect(view?.seats.filter(({ isLikely }) => isLikely).map(({ district }) => district)).toEqual([5, 7]);
  expect(view?.middle.latitude).toBeCloseTo(42.36, 1);
  expect(view?.landmarks[0]?.name).toBe("Cambridge");
  expect(view?.landmarks.map(({ name }) => name)).toContain("Boston");
  expect(view?.landmarks.length).toBeLessThanOrEqual(40);
});

test("a state without a ZIP code gets a map of all of it", () => {
  const view = finder("state=CA");
  expect(view?.seats.every(({ isLikely }) => isLikely)).toBe(true);
  expect(view?.metres).toBeGreaterThan(100_000);
});

test("nothing is to be found where the seat is known, or when the Congress has ended", () => {
  for (const query of ["zip=94110", "state=WY", "district=CA-11", "zip=09012", ""])
    expect(finder(query), query).toBeNull();
  expect(finder("zip=02139", end)).toBeNull();
});

test("a position picks among the districts that the ZIP code reaches, and never overrules it", () => {
  const seats = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((district) => ({ district, member: null, isLikely: district <= 2 }));
  const answer = (districts: number[]) => finderAnswer({ seats }, { kind: "unsure", districts });

  expect(finderAnswer({ seats }, { kind: "sure", district: 2 })).toEqual({ kind: "sure", district: 2 });
  expect(finderAnswer({ seats }, { kind: "sure", district: 3 })).toEqual({ kind: "outsideZip", district: 3 });
  expect(answer([4, 2, 1])).toEqual({ kind: "near", districts: [2, 1] });
  expect(answer([4, 5])).toEqual({ kind: "outsideZipNear", districts: [4, 5] });
  expect(answer([3, 4, 5, 6, 7, 8, 9])).toEqual({ kind: "tooImprecise" });
});

test("the place of a ZIP code and the places of a district are known by name", () => {
  expect(facts.placeOf("02139")).toMatchObject({ place: "Cambridge", state: "MA" });
  expect(facts.placeOf("00501")?.place).toBe("Holtsville");
  expect(facts.placeOf("00000")).toBeNull();
  expect(facts.placesOfDistrict({ state: "CA", district: 11 }, 3)).toEqual(["San Francisco"]);
  expect(facts.placesOfDistrict({ state: "MA", district: 5 }, 3)).toHaveLength(3);
  expect(facts.placesOfDistrict({ state: "ZZ", district: 5 }, 3)).toEqual([]);
});
