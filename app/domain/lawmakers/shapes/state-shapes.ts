import { arcPoints } from "~db/congress/shapes/arc-text";
import type { ShapeDetail, ShapeDocument } from "~db/congress/shapes/shape-document";

export interface Point {
  /** Degrees. */
  latitude: number;
  longitude: number;
}

/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number];

export interface Ground {
  box: Box;
  /** The outer one first, then the holes; longitude, latitude, longitude, latitude … */
  rings: Float64Array[];
}

export interface DistrictGround {
  /** 0 = at large. */
  district: number;
  polygons: Ground[];
  /** Indices of its lines. */
  lines: number[];
}

/** The boundaries of a state's districts, ready to be asked. */
export interface StateShapes {
  state: string;
  detail: ShapeDetail;
  /** How far, in metres, the lines may lie from the published ones. */
  shift: number;
  box: Box;
  lines: Float64Array[];
  /** Whether another state lies beyond a line; beyond all others is water or a foreign country. */
  isLand: boolean[];
  districts: DistrictGround[];
}

/** Reads a state's file, which our own server checked before it took it. @throws {RangeError} when it is damaged */
export function readStateShapes(document: ShapeDocument): StateShapes {
  const { state, detail, shift } = document;
  const lines = document.arcs.map((arc) => arcPoints(arc, document));
  joinAtDateLine(lines);
  const isLand = lines.map(() => false);
  for (const index of document.land) isLand[index] = true;
  const districts = document.districts.map(({ district, polygons }) => ({
    district,
    polygons: polygons.map((rings) => toGround(rings, lines)),
    lines: [...new Set(polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc)))],
  }));
  const box = around(districts.flatMap(({ polygons }) => polygons.map((polygon) => polygon.box)));
  return { state, detail, shift, box, lines, isLand, districts };
}

/** A point with its longitude counted the way the state's is: beyond the date line, Alaska goes on to -188°. */
export function pointIn({ box }: Pick<StateShapes, "box">, { latitude, longitude }: Point): Point {
  const middle = (box[0] + box[2]) / 2;
  return { latitude, longitude: longitude - 360 * Math.round((longitude - middle) / 360) };
}

function joinAtDateLine(lines: Float64Array[]) {
  const longitudes = lines.map((line) => line[0] ?? 0);
  if (Math.max(...longitudes) - Math.min(...longitudes) < 180) return;
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 2) {
      const longitude = line[at] ?? 0;
      if (longitude > 0) line[at] = longitude - 360;
    }
  }
}

function toGround(rings: number[][], lines: Float64Array[]): Ground {
  const joined = rings.map((ring) => joinLines(ring, lines));
  return { rings: joined, box: boxOf(joined[0] ?? new Float64Array()) };
}

/** The lines of a ring one after the other; each begins where the one before it ends. */
function joinLines(ring: number[], lines: Float64Array[]): Float64Array {
  const parts = ring.map((arc) => lines[arc < 0 ? ~arc : arc] ?? new Float64Array());
  const joined = new Float64Array(parts.reduce((sum, line) => sum + line.length - 2, 2));
  let to = 0;
  for (const [index, line] of parts.entries()) {
    const isBackwards = (ring[index] ?? 0) < 0;
    for (let point = index === 0 ? 0 : 1; point < line.length / 2; point++) {
      const from = 2 * (isBackwards ? line.length / 2 - 1 - point : point);
      joined[to++] = line[from] ?? 0;
      joined[to++] = line[from + 1] ?? 0;
    }
  }
  return joined;
}

function boxOf(points: Float64Array): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function around(boxes: Box[]): Box {
  return boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
