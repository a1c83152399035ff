import { clipRing } from "./clip-ring";
import { isCrossedOdd } from "./district-at";
import { type MapView, type Spot, toPoint, toSpot } from "./map-view";
import type { Box, StateShapes } from "./state-shapes";

export interface DrawnDistrict {
  district: number;
  /** An SVG path. */
  path: string;
  /** Where its name stands; null where there is no room. */
  label: Spot | null;
}

/** Part of the view by which drawn areas reach beyond it, so that no cut shows. */
const OVERLAP = 0.1;
/** Units within which a further point of a line makes no difference to the eye. */
const FINEST = 0.6;
/** Places across the view, each way, that are tried for a label. */
const GRID = 14;

/** The districts that a view shows. */
export function drawDistricts({ districts }: Pick<StateShapes, "districts">, view: MapView): DrawnDistrict[] {
  const box = boxOf(view);
  return districts.flatMap(({ district, polygons }) => {
    const rings = polygons
      .filter((polygon) => meets(polygon.box, box))
      .flatMap((polygon) => polygon.rings.map((ring) => toSpots(clipRing(ring, box), view)))
      .filter((ring) => ring.length >= 6);
    return rings.length === 0 ? [] : [{ district, path: rings.map(toPath).join(""), label: findLabel(rings, view) }];
  });
}

function boxOf(view: MapView): Box {
  const [x, y] = [view.width * OVERLAP, view.height * OVERLAP];
  const southWest = toPoint(view, [-x, view.height + y]);
  const northEast = toPoint(view, [view.width + x, -y]);
  return [southWest.longitude, southWest.latitude, northEast.longitude, northEast.latitude];
}

function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function toSpots(points: number[], view: MapView): number[] {
  const spots: number[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = toSpot(view, points[at] ?? 0, points[at + 1] ?? 0);
    const dx = x - (spots.at(-2) ?? Infinity);
    const dy = y - (spots.at(-1) ?? Infinity);
    if (dx * dx + dy * dy >= FINEST * FINEST) spots.push(x, y);
  }
  return spots;
}

function toPath(spots: number[]): string {
  let path = "M";
  for (let at = 0; at < spots.length; at += 2) path += `${spots[at]?.toFixed(1)} ${spots[at + 1]?.toFixed(1)} `;
  return `${path}Z`;
}

/** The place on a grid that lies deepest within the rings, as far as the grid's own lines can tell. */
function findLabel(rings: number[][], { width, height }: MapView): Spot | null {
  const isInside = (column: number, row: number) => {
    const [x, y] = spotAt(column, row);
    return rings.reduce((inside, ring) => inside !== isCrossedOdd(ring, x, y), false);
  };
  const spotAt = (column: number, row: number): Spot => [
    (width * (column + 0.5)) / GRID,
    (height * (row + 0.5)) / GRID,
  ];
  /** Steps to the nearest place outside, built up from the two corners (a distance transform). */
  const depth = new Float64Array(GRID * GRID);
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      if (!isInside(column, row)) continue;
      const above = row === 0 ? 0 : (depth[(row - 1) * GRID + column] ?? 0);
      const before = column === 0 ? 0 : (depth[row * GRID + column - 1] ?? 0);
      depth[row * GRID + column] = Math.min(above, before) + 1;
    }
  }
  let best = -1;
  let most = 0;
  for (let row = GRID - 1; row >= 0; row--) {
    for (let column = GRID - 1; column >= 0; column--) {
      const here = depth[row * GRID + column] ?? 0;
      if (here === 0) continue;
      const below = row === GRID - 1 ? 0 : (depth[(row + 1) * GRID + column] ?? 0);
      const after = column === GRID - 1 ? 0 : (depth[row * GRID + column + 1] ?? 0);
      const steps = Math.min(here, below + 1, after + 1);
      depth[row * GRID + column] = steps;
      if (steps > most) [most, best] = [steps, row * GRID + column];
    }
  }
  return best === -1 ? null : spotAt(best % GRID, Math.floor(best / GRID));
}
