import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkFacts } from "~db/congress/check-facts";
import type { DistrictShape } from "~db/congress/facts";
import { hashOf, packShape, unpackShape } from "~db/congress/shapes/pack-shape";
import { readShape } from "~db/congress/shapes/read-shape";
import { shipped, shippedWith } from "../shipped";

const today = "2026-11-23";

test("the file of every state weighs at most 150 kB compressed, under brotli and under gzip", () => {
  const weights = shipped.shapes.map((shape) => ({
    file: `${shape.state}-${shape.detail}`,
    br: Buffer.byteLength(shape.body, "base64"),
    gzip: gzipSync(unpackShape(shape)).length,
  }));

  expect(weights).toHaveLength(112);
  expect(weights.filter(({ br, gzip }) => Math.max(br, gzip) > 150_000)).toEqual([]);
});

test("only Alaska, which is one district, is smoothed in its full file", () => {
  const smoothed = shipped.shapes.filter((shape) => shape.detail === "full" && readShape(shape).shift > 0);
  expect(smoothed.map(({ state }) => state)).toEqual(["AK"]);
});

/** Wyoming's full file with its text changed, packed with a hash that fits, or the whole file with other fields. */
const wyoming = (change: (text: string) => string) => {
  const shape = of("WY");
  const text = change(unpackShape(shape));
  return withWyoming({ ...packShape(readShape(shape)), ...packText(text) });
};
const of = (state: string): DistrictShape => {
  const shape = shipped.shapes.find((known) => known.state === state && known.detail === "full");
  if (shape === undefined) throw new Error(`no ${state}`);
  return shape;
};
const withWyoming = (shape: DistrictShape) =>
  shippedWith({ shapes: shipped.shapes.map((known) => (known === of("WY") ? shape : known)) });
const packText = (text: string) => {
  const packed = packShape(JSON.parse(text));
  return { body: packed.body, hash: hashOf(unpackShape(packed)) };
};

const damaged: [what: string, facts: typeof shipped, message: RegExp][] = [
  [
    "a missing file",
    shippedWith({ shapes: shipped.shapes.filter((s) => s !== of("WY")) }),
    /full boundaries of WY are missing/,
  ],
  ["a file twice", shippedWith({ shapes: [...shipped.shapes, of("WY")] }), /full boundaries of WY are there twice/],
  [
    "another hash",
    withWyoming({ ...of("WY"), hash: "0000000000000000" }),
    /full boundaries of WY do not match their hash/,
  ],
  [
    "half a file",
    withWyoming({ ...of("WY"), body: of("WY").body.slice(0, 400) }),
    /full boundaries of WY can't be unpacked/,
  ],
  ["the file of another state", withWyoming({ ...of("MT"), state: "WY" }), /full boundaries of WY are those of MT/],
  [
    "a letter that means nothing",
    wyoming((text) => text.replace(/"arcs":\["./, '"arcs":["!')),
    /full boundaries of WY are damaged/,
  ],
  ["a lost step", wyoming((text) => text.replace(/("arcs":\["[^"]{40})[^"]{4}/, "$1")), /full boundaries of WY/],
  [
    "a line that is not there",
    wyoming((text) => text.replace('"polygons":[[[', '"polygons":[[[999,')),
    /full boundaries of WY lack a line/,
  ],
  [
    "another district",
    wyoming((text) => text.replace('"district":0', '"district":3')),
    /full boundaries of WY are not those of its 1 districts/,
  ],
  ["no ground", wyoming((text) => text.replace(/"polygons":.*/, '"polygons":[]}]}')), /have no ground for district 0/],
  [
    "a place in another state than its ZIP code",
    shippedWith({
      zipPlaces: shipped.zipPlaces.map((place) => (place.zip === "94110" ? { ...place, state: "WY" } : place)),
    }),
    /ZIP 94110 is said to be San Francisco, WY, but lies elsewhere/,
  ],
];

test.each(damaged)("%s is refused", (_, facts, message) => {
  expect(() => checkFacts(facts, today)).toThrow(message);
});
