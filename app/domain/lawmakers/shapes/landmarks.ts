import { METRES_PER_DEGREE, metresPerDegreeEast } from "~db/congress/shapes/metres";
import { type MapView, type Spot, toSpot } from "./map-view";
import type { Point } from "./state-shapes";

/** A town or city that people know the way from. */
export interface Landmark extends Point {
  name: string;
}

/** Units of the drawing: of a letter, of a line, and between a dot and its name. */
const LETTER = 6.6;
const LINE = 15;
const GAP = 6;

/** The landmarks that a view has room for; those named first win. Names stand to the right of their dots. */
export function placeLandmarks(
  landmarks: readonly Landmark[],
  view: MapView,
  taken: readonly Spot[],
): { name: string; spot: Spot }[] {
  const boxes = taken.map(([x, y]) => ({ west: x - 16, east: x + 16, north: y - 12, south: y + 12 }));
  return landmarks.flatMap(({ name, longitude, latitude }) => {
    const spot = toSpot(view, longitude, latitude);
    const [x, y] = spot;
    const box = { west: x - GAP, east: x + GAP + name.length * LETTER, north: y - LINE / 2, south: y + LINE / 2 };
    if (box.west < 0 || box.east > view.width || box.north < 0 || box.south > view.height) return [];
    const overlaps = boxes.some(
      (other) => box.west < other.east && other.west < box.east && box.north < other.south && other.north < box.south,
    );
    if (overlaps) return [];
    boxes.push(box);
    return [{ name, spot }];
  });
}

export function nearestLandmark(landmarks: readonly Landmark[], point: Point): Landmark | null {
  let nearest: Landmark | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const landmark of landmarks) {
    const metres = metresBetween(landmark, point);
    if (metres < least) [least, nearest] = [metres, landmark];
  }
  return nearest;
}

/** Good for some hundred kilometres. */
export function metresBetween(a: Point, b: Point): number {
  return Math.hypot(
    (a.longitude - b.longitude) * metresPerDegreeEast((a.latitude + b.latitude) / 2),
    (a.latitude - b.latitude) * METRES_PER_DEGREE,
  );
}
