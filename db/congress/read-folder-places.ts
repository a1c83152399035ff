import { z } from "zod";
import type { PostalPlace } from "./facts";
import type { FactsFiles } from "./facts-files";
import { parseCsv } from "./parse-text";

const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?$/, "is not a number of degrees")
  .transform(Number);
const placeRow = z.object({
  zip: z.string(),
  state: z.string(),
  latitude: degrees,
  longitude: degrees,
  place: z.string(),
});

/** The file of the full folder format and of the snapshot that holds the places of ZIP codes. */
export const placesFile = "zip-places.csv";

/** @returns null when there is no such file. @throws {FactsError} */
export async function readFolderPlaces(files: FactsFiles): Promise<PostalPlace[] | null> {
  const file = await files.find(placesFile);
  return file && parsePlaces(file.text);
}

/** Reads {@link placesFile}. @throws {FactsError} */
export function parsePlaces(text: string): PostalPlace[] {
  return parseCsv(placesFile, text, placeRow);
}
