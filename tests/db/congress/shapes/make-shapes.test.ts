import { expect, test } from "vitest";
import { arcPoints, encodeArc } from "~db/congress/shapes/arc-text";
import { makeShapes } from "~db/congress/shapes/make-shapes";
import { readShape } from "~db/congress/shapes/read-shape";
import type { Steps } from "~db/congress/shapes/shape-document";
import { simplifyArc } from "~db/congress/shapes/simplify-arc";
import type { Topology } from "~db/congress/shapes/topology";

const transform: Topology["transform"] = { scale: [0.001, 0.001], translate: [-110, 40] };

/** Two squares, Wyoming to the west of South Dakota, 100 steps wide, with a bulge in the line between them. */
function twoStates(border: Steps): Topology {
  return {
    type: "Topology",
    transform,
    objects: {
      districts: {
        geometries: [
          { id: "WY-0", type: "Polygon", arcs: [[0, 1]] },
          { id: "SD-0", type: "MultiPolygon", arcs: [[[2, -1]]] },
        ],
      },
    },
    arcs: [
      border,
      [
        [100, 100],
        [-100, 0],
        [0, -100],
        [100, 0],
      ],
      [
        [100, 0],
        [100, 0],
        [0, 100],
        [-100, 0],
      ],
    ],
  };
}
const full = twoStates([
  [100, 0],
  [0, 50],
  [10, 0],
  [-10, 0],
  [0, 50],
]);
const lite = twoStates([
  [100, 0],
  [0, 100],
]);

test("each state gets a file of its own lines in each detail, which knows its borders on land", () => {
  const documents = makeShapes(lite, full).map(readShape);

  expect(documents.map(({ state, detail }) => `${state} ${detail}`)).toEqual([
    "WY lite",
    "SD lite",
    "WY full",
    "SD full",
  ]);
  expect(documents[3]).toMatchObject({ land: [1], districts: [{ district: 0, polygons: [[[0, -2]]] }] });
});

test("a simplified file says how far the published lines stray from its own", () => {
  const [wyoming, , published] = makeShapes(lite, full).map(readShape);

  // Ten thousandths of a degree of longitude at 40.05° north.
  expect(wyoming?.shift).toBe(Math.ceil(10 * 0.001 * 111_195 * Math.cos((40.05 * Math.PI) / 180)));
  expect(published?.shift).toBe(0);
});

test("topologies of other lines do not belong together", () => {
  expect(() => makeShapes({ ...lite, arcs: lite.arcs.slice(1) }, full)).toThrow(/do not consist of the same lines/);
});

test("a line is smoothed within its tolerance and keeps its ends", () => {
  const line: Steps = [
    [0, 0],
    [10, 1],
    [10, -1],
    [10, 30],
    [10, 0],
  ];
  const smooth = simplifyArc(line, { scale: [0.001, 0.001], translate: [0, 0] }, 200);

  expect([...arcPoints(encodeArc(smooth), { scale: [1, 1], translate: [0, 0] })]).toEqual([
    0, 0, 20, 0, 30, 30, 40, 30,
  ]);
});
