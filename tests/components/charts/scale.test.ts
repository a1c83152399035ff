import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barSpan, fromLeft, labelPlaces, placeFromLeft, roundTicks, shareOfTop } from "~/components/charts/scale";

describe("The ticks of a scale", () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [2, [0, 1, 2]],
    [3, [0, 1, 2, 3]],
    [7, [0, 5, 10]],
    [100, [0, 50, 100]],
    [101, [0, 50, 100, 150]],
    [2_345_678, [0, 1_000_000, 2_000_000, 3_000_000]],
  ])("up to %d are round", (most, ticks) => {
    expect(roundTicks(most)).toEqual(ticks);
  });

  test("reach over every number in a few even steps", () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (most) => {
        const ticks = roundTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.every((tick, index) => tick === index * (ticks[1] ?? 0) && Number.isInteger(tick))).toBe(true);
      }),
    );
  });
});

describe("Labels below a chart", () => {
  test.each([
    [0, []],
    [1, [0]],
    [3, [0, 1, 2]],
    [5, [0, 1, 2, 3, 4]],
    [6, [0, 1, 3, 4, 5]],
    [731, [0, 183, 365, 548, 730]],
  ])("of %d steps stand at the first, the last and evenly between", (steps, places) => {
    expect(labelPlaces(steps, 5)).toEqual(places);
  });
});

describe("Bars", () => {
  test("stand beside each other in the order of reading, from the left or from the right", () => {
    const spans = [0, 1, 2, 3].map((index) => barSpan(index, 4, 0.5));
    expect(spans).toEqual([
      { start: 6.25, width: 12.5 },
      { start: 31.25, width: 12.5 },
      { start: 56.25, width: 12.5 },
      { start: 81.25, width: 12.5 },
    ]);
    expect(spans.map((span) => fromLeft(span, "ltr").x)).toEqual(["6.25%", "31.25%", "56.25%", "81.25%"]);
    expect(spans.map((span) => fromLeft(span, "rtl").x)).toEqual(["81.25%", "56.25%", "31.25%", "6.25%"]);
    expect(fromLeft({ start: 0, width: 30 }, "rtl")).toEqual({ x: "70%", width: "30%", end: "100%" });
    expect([placeFromLeft(0, "ltr"), placeFromLeft(0, "rtl")]).toEqual(["0%", "100%"]);
  });

  test("never leave their room, and nothing of nothing is nothing", () => {
    expect([shareOfTop(0, 0), shareOfTop(5, 0), shareOfTop(5, 10), shareOfTop(11, 10), shareOfTop(-1, 10)]).toEqual([
      0, 0, 0.5, 1, 0,
    ]);
    expect(barSpan(0, 0, 0.7).width).toBeGreaterThan(0);
  });
});
