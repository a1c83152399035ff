import { expect, test } from "vitest";
import { readDistrictShapes } from "~/domain/where/district-shapes.server";

test("every seat of the House in a state is drawn once, the capital's delegate too, and inside of the picture", () => {
  const { shapes, width, height } = readDistrictShapes();
  const codes = shapes.map(({ district }) => district);

  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(436);
  expect(codes).toEqual(expect.arrayContaining(["AK-0", "CA-52", "DC-0", "NY-12"]));
  for (const { path } of shapes) {
    for (const [, x, y] of path.matchAll(/M(-?\d+) (-?\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
  }
});
