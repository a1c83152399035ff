import fc from "fast-check";
import { expect, test } from "vitest";
import { arcPoints, decodeArc, encodeArc } from "~db/congress/shapes/arc-text";

test("a line is read as it was written", () => {
  const step = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(step, step)), (steps) => {
      expect(decodeArc(encodeArc(steps))).toEqual(steps.flat());
    }),
  );
});

test("steps on the grid become degrees", () => {
  const text = encodeArc([
    [100, 200],
    [-1, 2],
  ]);
  const points = arcPoints(text, { scale: [0.5, 0.25], translate: [-180, 10] });
  expect([...points]).toEqual([-130, 60, -130.5, 60.5]);
});

test.each(["A", "g", "AA AA", "AA\u20acA", "ggggggggA"])("the damaged line %j is refused", (text) => {
  expect(() => decodeArc(text)).toThrow(RangeError);
});
