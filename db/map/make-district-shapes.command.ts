import { writeFileSync } from "node:fs";
import { geoAlbersUsa } from "d3-geo";
import { arcPoints } from "~db/congress/shapes/arc-text";
import { readShape } from "~db/congress/shapes/read-shape";
import type { ShapeDocument } from "~db/congress/shapes/shape-document";
import { listShippedSnapshots, readShippedFacts } from "~db/congress/shipped-snapshots";
import { type DistrictShapes, districtShapes } from "./district-shapes";

const WIDTH = 800;
const HEIGHT = 490;

/**
 * `npm run map:districts`: draws the districts of the House once, from the newest facts that the project carries, so that
 * no page has to. The territories have no place in this projection; their numbers stand in the table.
 */
const carried = (await listShippedSnapshots()).map(({ congress }) => congress);
const facts = await readShippedFacts(Math.max(...carried));
// The Aleutians reach further to the left than the projection's own frame.
const project = geoAlbersUsa()
  .scale(1015)
  .translate([429, HEIGHT / 2]);

const shapes = (facts.shapes ?? [])
  .filter(({ detail }) => detail === "lite")
  .map(readShape)
  .flatMap(drawState)
  .sort((a, b) => (a.district < b.district ? -1 : 1));

const map: DistrictShapes = districtShapes.parse({
  congress: facts.congress,
  source: facts.source,
  licence: facts.licence,
  width: WIDTH,
  height: HEIGHT,
  shapes,
});
writeFileSync(new URL("./district-shapes.json", import.meta.url), `${JSON.stringify(map)}\n`);
process.stdout.write(`${shapes.length} districts, ${JSON.stringify(map).length} bytes.\n`);

type Point = [number, number];

function drawState(document: ShapeDocument) {
  const lines = document.arcs.map((arc) => drawLine(arcPoints(arc, document)));
  const ringOf = (arcs: number[]) =>
    arcs.flatMap((arc) => (arc < 0 ? (lines[~arc] ?? []).toReversed() : (lines[arc] ?? [])));
  return document.districts.flatMap(({ district, polygons }) => {
    const rings = polygons.flat().map((arcs) => pathOf(simplified(ringOf(arcs))));
    const path = rings.join("");
    return path === "" ? [] : [{ district: `${document.state}-${district}`, path }];
  });
}

/** The points of a line on whole points of the picture. */
function drawLine(degrees: Float64Array): Point[] {
  const points: Point[] = [];
  for (let at = 0; at < degrees.length; at += 2) {
    const point = project([degrees[at] ?? 0, degrees[at + 1] ?? 0]);
    if (point !== null) points.push([Math.round(point[0]), Math.round(point[1])]);
  }
  return points;
}

/** Without points that repeat the one before, or lie on the way to the next. */
function simplified(points: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && last[0] === point[0] && last[1] === point[1]) continue;
    const before = kept.at(-2);
    if (last !== undefined && before !== undefined && isBetween(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isBetween([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx) && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0;
}

/** A ring that has shrunk to a point or a line shows nothing. */
function pathOf(ring: Point[]): string {
  const [first] = ring;
  if (first === undefined || new Set(ring.map(String)).size < 3) return "";
  let path = `M${first[0]} ${first[1]}`;
  for (const [index, [x, y]] of ring.entries()) {
    const before = ring[index - 1];
    if (before === undefined) continue;
    path += `l${x - before[0]} ${y - before[1]}`;
  }
  return `${path}Z`;
}
