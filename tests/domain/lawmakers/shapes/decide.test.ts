import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "~/domain/lawmakers/shapes/decide";
import { edgeDistances } from "~/domain/lawmakers/shapes/distances";
import { districtAt } from "~/domain/lawmakers/shapes/district-at";
import { pointIn, readStateShapes } from "~/domain/lawmakers/shapes/state-shapes";
import { at, shippedShapes, states, twoDistricts } from "./shapes-of-tests";

const two = readStateShapes(twoDistricts);
const decideIn = (point: { latitude: number; longitude: number }, accuracy: number) =>
  decide(two, two, point, accuracy);

test("a point lies in the district whose ring is around it, except in a hole", () => {
  expect(districtAt(two, at(100, 50))).toBe(1);
  expect(districtAt(two, at(250, 50))).toBe(2);
  expect(districtAt(two, at(310, 50)), "the island in the hole").toBe(1);
  expect(districtAt(two, at(100, 101))).toBeNull();
  expect(districtAt(two, at(-1, 50))).toBeNull();
});

test("the distance to an edge is in metres, whichever way", () => {
  expect(edgeDistances(two, at(190, 50))[0]?.metres).toBeCloseTo(10 * 85.14, -1);
  expect(edgeDistances(two, at(100, 90))[0]?.metres).toBeCloseTo(10 * 111.2, -1);
});

test("far from every edge it is sure", () => {
  expect(decideIn(at(100, 50), 30)).toEqual({ kind: "sure", district: 1 });
  expect(decideIn(at(197, 50), 30), "near an edge, the full shapes tell").toEqual({ kind: "sure", district: 1 });
});

test("where the position may lie in another district, it names both, that of the position first", () => {
  expect(decideIn(at(199.8, 50), 5), "no device is better than 50 m").toEqual({ kind: "unsure", districts: [1, 2] });
  expect(decideIn(at(190, 50), 1_000)).toEqual({ kind: "unsure", districts: [1, 2] });
  expect(decideIn(at(210, 50), 1_000)).toEqual({ kind: "unsure", districts: [2, 1] });
  expect(decideIn(at(100, 50), Number.NaN)).toEqual({ kind: "unsure", districts: [1, 2] });
});

test("off the shore the nearest district is named, and never sure", () => {
  expect(decideIn(at(100, 120), 30)).toEqual({ kind: "unsure", districts: [1] });
  expect(decideIn(at(100, 160), 30), "more than 5 km").toEqual({ kind: "outside" });
});

test("across a border on land it is another state's ground", () => {
  expect(decideIn(at(100, -10), 30)).toEqual({ kind: "outside" });
  expect(decideIn(at(100, -10), 5_000), "unless the position is that imprecise").toMatchObject({ kind: "unsure" });
});

describe("with the boundaries of the 119th Congress", () => {
  test("Alaska goes on beyond the date line", () => {
    const [lite, full] = [shippedShapes("AK", "lite"), shippedShapes("AK", "full")];
    for (const point of [
      { latitude: 61.2181, longitude: -149.9003 },
      // Attu Island, and the same place counted the other way.
      { latitude: 52.9, longitude: 172.95 },
      { latitude: 52.9, longitude: 172.95 - 360 },
    ]) {
      expect(decide(lite, full, point, 30), JSON.stringify(point)).toEqual({ kind: "sure", district: 0 });
    }
    expect(decide(lite, full, { latitude: 52.9, longitude: -172.95 }, 30)).toEqual({ kind: "outside" });
  });

  test("known places lie where they do", () => {
    const cases: [state: string, latitude: number, longitude: number, district: number][] = [
      ["CA", 37.7599, -122.4148, 11],
      ["MA", 42.3736, -71.1097, 5],
      ["WY", 41.14, -104.8202, 0],
      ["DC", 38.9072, -77.0369, 0],
      ["PR", 18.4, -66.06, 0],
      ["GU", 13.45, 144.78, 0],
      ["HI", 19.7, -155.09, 2],
    ];
    for (const [state, latitude, longitude, district] of cases) {
      const decision = decide(shippedShapes(state, "lite"), shippedShapes(state, "full"), { latitude, longitude }, 20);
      expect(decision, `${state} ${latitude} ${longitude}`).toEqual({ kind: "sure", district });
    }
  });

  test.each(states)("in %s it is never sure of what the full boundaries deny", (state) => {
    const [lite, full] = [shippedShapes(state, "lite"), shippedShapes(state, "full")];
    const [west, south, east, north] = full.box;
    // Half of the points anywhere in the state's box, half about a line, where the simplified boundaries are wrong.
    const anywhere = fc.record({
      longitude: fc.double({ min: west, max: east, noNaN: true }),
      latitude: fc.double({ min: south, max: north, noNaN: true }),
    });
    const aside = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    const nearLine = fc.tuple(fc.nat(full.lines.length - 1), fc.nat(), aside, aside).map(([index, nth, dx, dy]) => {
      const line = full.lines[index] ?? new Float64Array(2);
      const point = 2 * (nth % (line.length / 2));
      return { longitude: (line[point] ?? 0) + dx, latitude: (line[point + 1] ?? 0) + dy };
    });
    fc.assert(
      fc.property(fc.oneof(anywhere, nearLine), fc.integer({ min: 0, max: 2_000 }), (point, accuracy) => {
        const decision = decide(lite, full, point, accuracy);
        if (decision.kind !== "sure") return;
        expect(districtAt(full, pointIn(full, point))).toBe(decision.district);
        const other = edgeDistances(full, pointIn(full, point)).find(({ district }) => district !== decision.district);
        expect(other?.metres ?? Infinity, "within the accuracy").toBeGreaterThan(accuracy);
      }),
      { numRuns: 60 },
    );
  });
});
