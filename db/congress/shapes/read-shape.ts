import { z } from "zod";
import type { DistrictShape } from "../facts";
import { FactsError } from "../facts-error";
import { parseJson } from "../parse-text";
import { decodeArc } from "./arc-text";
import { hashOf, unpackShape } from "./pack-shape";
import { type ShapeDocument, shapeDetails } from "./shape-document";

const pair = z.tuple([z.number(), z.number()]);
const shapeDocument = z.object({
  format: z.literal(1),
  state: z.string(),
  detail: z.enum(shapeDetails),
  scale: pair,
  translate: pair,
  shift: z.number().min(0),
  arcs: z.array(z.string()),
  land: z.array(z.int().min(0)),
  districts: z.array(
    z.object({ district: z.int().min(0), polygons: z.array(z.array(z.array(z.int()).min(1)).min(1)) }),
  ),
});

/** Reads a state's file back. @throws {FactsError} when it is damaged: a lost letter, a ring that does not close */
export function readShape(shape: DistrictShape): ShapeDocument {
  const name = `The ${shape.detail} boundaries of ${shape.state}`;
  const document = parseJson(name, textOf(name, shape), shapeDocument);
  if (document.state !== shape.state || document.detail !== shape.detail) {
    throw new FactsError(`${name} are those of ${document.state} (${document.detail}).`);
  }
  const ends = document.arcs.map((arc) => endsOf(name, arc));
  if (document.land.some((index) => ends[index] === undefined)) throw new FactsError(`${name} lack a line.`);
  for (const { district, polygons } of document.districts) {
    if (polygons.length === 0) throw new FactsError(`${name} have no ground for district ${district}.`);
    for (const ring of polygons.flat()) checkRing(name, ring, ends);
  }
  return document;
}

function textOf(name: string, shape: DistrictShape): string {
  let text: string;
  try {
    text = unpackShape(shape);
  } catch {
    throw new FactsError(`${name} can't be unpacked.`);
  }
  if (hashOf(text) !== shape.hash) throw new FactsError(`${name} do not match their hash.`);
  return text;
}

interface Ends {
  first: string;
  last: string;
}

function endsOf(name: string, arc: string): Ends {
  let steps: number[];
  try {
    steps = decodeArc(arc);
  } catch (error) {
    throw new FactsError(`${name} are damaged: ${error instanceof Error ? error.message : "a line is unreadable"}.`);
  }
  if (steps.length < 4) throw new FactsError(`${name} hold a line of fewer than two points.`);
  let east = 0;
  let north = 0;
  for (let at = 0; at < steps.length; at += 2) {
    east += steps[at] ?? 0;
    north += steps[at + 1] ?? 0;
  }
  return { first: `${steps[0]} ${steps[1]}`, last: `${east} ${north}` };
}

function checkRing(name: string, ring: number[], ends: Ends[]) {
  const turned = ring.map((arc) => {
    const line = ends[arc < 0 ? ~arc : arc];
    if (line === undefined) throw new FactsError(`${name} lack a line.`);
    return arc < 0 ? { first: line.last, last: line.first } : line;
  });
  let before = turned.at(-1)?.last;
  for (const { first, last } of turned) {
    if (first !== before) throw new FactsError(`${name} have a ring that does not close.`);
    before = last;
  }
}
