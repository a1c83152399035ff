import { METRES_PER_DEGREE, metresPerDegreeEast } from "~db/congress/shapes/metres";
import type { Point } from "./state-shapes";

/** What a map shows: so small a part of the Earth that it is flat. North is up. */
export interface MapView {
  centre: Point;
  /** In the units of the drawing. */
  width: number;
  height: number;
  metresPerUnit: number;
}

export type Spot = readonly [x: number, y: number];

export function toSpot({ centre, width, height, metresPerUnit }: MapView, longitude: number, latitude: number): Spot {
  const east = metresPerDegreeEast(centre.latitude) / metresPerUnit;
  const north = METRES_PER_DEGREE / metresPerUnit;
  return [width / 2 + (longitude - centre.longitude) * east, height / 2 - (latitude - centre.latitude) * north];
}

export function toPoint({ centre, width, height, metresPerUnit }: MapView, [x, y]: Spot): Point {
  return {
    longitude: centre.longitude + ((x - width / 2) * metresPerUnit) / metresPerDegreeEast(centre.latitude),
    latitude: centre.latitude + ((height / 2 - y) * metresPerUnit) / METRES_PER_DEGREE,
  };
}
