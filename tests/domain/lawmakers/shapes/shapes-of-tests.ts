import { readStateShapes, type StateShapes } from "~/domain/lawmakers/shapes/state-shapes";
import { encodeArc } from "~db/congress/shapes/arc-text";
import { readShape } from "~db/congress/shapes/read-shape";
import type { ShapeDetail, ShapeDocument, Steps } from "~db/congress/shapes/shape-document";
import { shippedFacts } from "../index-of-tests";

export const states = [...new Set(shippedFacts.shapes.map(({ state }) => state))];

/** The boundaries of a state that the project carries. */
export function shippedShapes(state: string, detail: ShapeDetail): StateShapes {
  const shape = shippedFacts.shapes.find((known) => known.state === state && known.detail === detail);
  if (shape === undefined) throw new Error(`There are no ${detail} boundaries of ${state}.`);
  return readStateShapes(readShape(shape));
}

/** A grid of thousandths of a degree about 40° north, 100° west: a step is 85 m to the east and 111 m to the north. */
export const grid: Pick<ShapeDocument, "scale" | "translate"> = { scale: [0.001, 0.001], translate: [-100, 40] };

const line = (...points: Steps): string => {
  let before: [number, number] = [0, 0];
  return encodeArc(
    points.map(([x, y]): [number, number] => {
      const step: [number, number] = [x - before[0], y - before[1]];
      before = [x, y];
      return step;
    }),
  );
};

/**
 * Two districts side by side, each 200 steps wide and 100 high; another state lies south of both. The second has a
 * hole, in which lies an island of the first.
 */
export const twoDistricts: ShapeDocument = {
  format: 1,
  state: "KS",
  detail: "full",
  ...grid,
  shift: 0,
  arcs: [
    line([200, 0], [200, 100]),
    line([200, 100], [0, 100], [0, 0]),
    line([0, 0], [200, 0]),
    line([200, 0], [400, 0]),
    line([400, 0], [400, 100], [200, 100]),
    line([300, 40], [320, 40], [320, 60], [300, 60], [300, 40]),
  ],
  land: [2, 3],
  districts: [
    { district: 1, polygons: [[[0, 1, 2]], [[5]]] },
    { district: 2, polygons: [[[3, 4, -1], [-6]]] },
  ],
};

/** A place on the grid. */
export const at = (x: number, y: number) => ({ longitude: -100 + x / 1000, latitude: 40 + y / 1000 });
