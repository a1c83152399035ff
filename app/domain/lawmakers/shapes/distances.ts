import { distanceToLine } from "~db/congress/shapes/metres";
import type { Point, StateShapes } from "./state-shapes";

export interface EdgeDistance {
  district: number;
  /** From the point to the district's nearest edge. */
  metres: number;
  /** Whether another state lies beyond that edge. */
  isLand: boolean;
}

/** How far each district's edge is from a point, the nearest first. */
export function edgeDistances(shapes: StateShapes, { longitude, latitude }: Point): EdgeDistance[] {
  const metres = shapes.lines.map((line) => distanceToLine(longitude, latitude, line).metres);
  return shapes.districts
    .map(({ district, lines }) => {
      const nearest = lines.reduce(
        (best, line) => ((metres[line] ?? Infinity) < (metres[best] ?? Infinity) ? line : best),
        lines[0] ?? 0,
      );
      return { district, metres: metres[nearest] ?? Infinity, isLand: shapes.isLand[nearest] ?? false };
    })
    .sort((a, b) => a.metres - b.metres);
}
