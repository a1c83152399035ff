import type { Ground, Point, StateShapes } from "./state-shapes";

/** The district on whose ground a point lies; null where it lies on nobody's. */
export function districtAt({ districts }: Pick<StateShapes, "districts">, point: Point): number | null {
  const at = districts.find(({ polygons }) => polygons.some((polygon) => holds(polygon, point)));
  return at?.district ?? null;
}

function holds({ box, rings }: Ground, { longitude: x, latitude: y }: Point): boolean {
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false;
  // A ray to the east crosses the rings an odd number of times from within; a hole adds its own crossing.
  return rings.reduce((isInside, ring) => isInside !== isCrossedOdd(ring, x, y), false);
}

/** Whether a ray from a point to the east crosses a ring an odd number of times. */
export function isCrossedOdd(ring: ArrayLike<number>, x: number, y: number): boolean {
  let isOdd = false;
  let ax = ring[ring.length - 2] ?? 0;
  let ay = ring[ring.length - 1] ?? 0;
  for (let at = 0; at < ring.length; at += 2) {
    const bx = ring[at] ?? 0;
    const by = ring[at + 1] ?? 0;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isOdd = !isOdd;
    ax = bx;
    ay = by;
  }
  return isOdd;
}
