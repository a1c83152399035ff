import { expect, test } from "vitest";
import { countryCodes } from "~/domain/regions/country-codes";
import { readWorldShapes } from "~/domain/where/world-shapes.server";

test("every shape is a country that can be chosen, drawn once, inside of the picture", () => {
  const { shapes, width, height } = readWorldShapes();
  const codes = shapes.flatMap(({ code }) => code ?? []);

  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !countryCodes.includes(code))).toEqual([]);
  for (const { path } of shapes) {
    for (const [, x, y] of path.matchAll(/(-?\d+),(-?\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
  }
});

test("those whose status is disputed are there as people choose them", () => {
  const codes = readWorldShapes().shapes.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["TW", "XK", "PS", "EH"]));
});
