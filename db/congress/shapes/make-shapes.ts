import { gzipSync } from "node:zlib";
import type { DistrictShape } from "../facts";
import { FactsError } from "../facts-error";
import { arcPoints, encodeArc } from "./arc-text";
import { distanceToLine } from "./metres";
import { packShape } from "./pack-shape";
import type { ShapeDocument } from "./shape-document";
import { simplifyArc } from "./simplify-arc";
import { type StateTopology, splitTopology } from "./split-topology";
import type { Topology } from "./topology";

/** A state's file weighs no more under gzip, and less under brotli. */
export const MOST_COMPRESSED_BYTES = 150_000;
/** Metres by which lines may be smoothed where a file would weigh more, as that of Alaska would, which has one district. */
const tolerances = [0, 25, 50, 75, 100, 150];

/** Points of a line, before and behind the last one found, among which the nearest is looked for. */
const STRETCH = { back: 80, ahead: 80 };

/** The two files of each state. @throws {FactsError} when the topologies do not belong together */
export function makeShapes(lite: Topology, full: Topology): DistrictShape[] {
  if (lite.arcs.length !== full.arcs.length) {
    throw new FactsError("The simplified and the full boundaries do not consist of the same lines.");
  }
  const published = full.arcs.map((steps) => arcPoints(encodeArc(steps), full.transform));
  return [
    ...splitTopology("The simplified boundaries", lite, "lite").map((state) => toDocument(state, published, 0)),
    ...splitTopology("The full boundaries", full, "full").map((state) => fitting(state, published)),
  ].map(packShape);
}

function fitting(state: StateTopology, published: Float64Array[]): ShapeDocument {
  for (const tolerance of tolerances) {
    const document = toDocument(state, published, tolerance);
    if (gzipSync(JSON.stringify(document)).length <= MOST_COMPRESSED_BYTES) return document;
  }
  throw new FactsError(`The boundaries of ${state.state} weigh more than ${MOST_COMPRESSED_BYTES / 1000} kB.`);
}

function toDocument(from: StateTopology, published: Float64Array[], tolerance: number): ShapeDocument {
  const { state, detail, scale, translate, districts } = from;
  let shift = 0;
  const arcs = from.lines.map(({ steps, origin }) => {
    const text = encodeArc(tolerance === 0 ? steps : simplifyArc(steps, from, tolerance));
    shift = Math.max(shift, shiftOf(arcPoints(text, from), published[origin] ?? new Float64Array()));
    return text;
  });
  const land = from.lines.flatMap(({ isLand }, index) => (isLand ? [index] : []));
  return { format: 1, state, detail, scale, translate, shift: Math.ceil(shift), arcs, land, districts };
}

/**
 * How far, in metres, a published line strays at most from the one that stands for it. Both run the same way, so
 * each point is compared with the stretch next to where the point before it was found; that errs on the safe side.
 */
function shiftOf(line: Float64Array, published: Float64Array): number {
  let most = 0;
  let near = 0;
  for (let at = 0; at < published.length; at += 2) {
    const from = Math.max(0, near - STRETCH.back);
    const stretch = line.subarray(2 * from, 2 * (near + STRETCH.ahead));
    const { metres, index } = distanceToLine(published[at] ?? 0, published[at + 1] ?? 0, stretch);
    near = from + index;
    most = Math.max(most, metres);
  }
  return most;
}
