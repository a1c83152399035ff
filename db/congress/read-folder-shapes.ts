import type { DistrictShape } from "./facts";
import { type FactsFiles, getFactsFile } from "./facts-files";
import { parseJson } from "./parse-text";
import { makeShapes } from "./shapes/make-shapes";
import { topology } from "./shapes/topology";

/**
 * The boundaries of the folder format, out of `districts-<congress>-lite.topo.json` and
 * `districts-<congress>.topo.json`; null when the second is not there.
 * @throws {FactsError}
 */
export async function readFolderShapes(files: FactsFiles, congress: number): Promise<DistrictShape[] | null> {
  const name = `districts-${congress}.topo.json`;
  const full = await files.find(name);
  if (full === null) return null;
  const liteName = `districts-${congress}-lite.topo.json`;
  const lite = await getFactsFile(files, liteName);
  return makeShapes(parseJson(liteName, lite.text, topology), parseJson(name, full.text, topology));
}
