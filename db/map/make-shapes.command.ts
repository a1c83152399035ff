import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "zod";
import { type WorldShapes, worldShapes } from "./world-shapes";

const WIDTH = 960;
const HEIGHT = 470;

/**
 * Shapes without a code in the source. A part of a country that its own people call otherwise is drawn without a
 * number, and the page says that lines on the map are no statement.
 */
const codeless: Record<string, string | null> = { Kosovo: "XK", "N. Cyprus": null, Somaliland: null };

/**
 * `npm run map:shapes`: draws the world once, from Natural Earth's countries at 1:110 million (world-atlas, public
 * domain), so that no page has to. Antarctica is left out: nobody lives there, and it takes a fifth of the picture.
 */
const source: unknown = createRequire(import.meta.url)("world-atlas/countries-110m.json");
const atlas = z.custom<Topology<{ countries: GeometryCollection<{ name: string }> }>>(isTopology).parse(source);

const lands = feature(atlas, atlas.objects.countries).features.filter(
  ({ properties }) => properties.name !== "Antarctica",
);
const projection = geoEqualEarth().fitExtent(
  [
    [2, 2],
    [WIDTH - 2, HEIGHT - 2],
  ],
  { type: "FeatureCollection", features: lands },
);
const draw = geoPath(projection).digits(0);

const shapes = lands.flatMap((country) => {
  const { name } = country.properties;
  const code = country.id === undefined ? codeless[name] : countries.numericToAlpha2(String(country.id));
  if (code === undefined) throw new Error(`${name} has no code`);
  const path = draw(country);
  return path === null ? [] : [{ code, path: path.replace(/M[^M]*?Z/g, withoutSpecks) }];
});

const world: WorldShapes = worldShapes.parse({
  source: "Natural Earth, 1:110m cultural vectors, by way of world-atlas 2.0.2",
  licence: "Public domain",
  width: WIDTH,
  height: HEIGHT,
  shapes: shapes.sort((a, b) => ((a.code ?? "") < (b.code ?? "") ? -1 : 1)),
});
writeFileSync(new URL("./world-shapes.json", import.meta.url), `${JSON.stringify(world)}\n`);
process.stdout.write(`${shapes.length} shapes, ${JSON.stringify(world).length} bytes.\n`);

/** A ring that has shrunk to a point or a line shows nothing. */
function withoutSpecks(ring: string): string {
  return new Set(ring.match(/-?\d+,-?\d+/g)).size < 3 ? "" : ring;
}

function isTopology(value: unknown): boolean {
  return z.object({ type: z.literal("Topology"), objects: z.object({ countries: z.unknown() }) }).safeParse(value)
    .success;
}
