import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CongressFacts } from "./facts";
import { getFactsFile, openFactsFiles } from "./facts-files";
import { parseJson } from "./parse-text";
import { readSnapshot } from "./read-snapshot";
import { snapshotMeta } from "./snapshot-format";

/** One folder for each Congress, named by its number. */
export const snapshotsFolder = fileURLToPath(new URL("./snapshot", import.meta.url));

export function snapshotFolder(congress: number): string {
  return path.join(snapshotsFolder, String(congress));
}

/** The snapshots that the project carries, by their day; the facts themselves are not read. */
export async function listShippedSnapshots(): Promise<{ congress: number; asOf: string }[]> {
  const names = (await readdir(snapshotsFolder)).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const file = await getFactsFile(openFactsFiles(path.join(snapshotsFolder, name)), "meta.json");
      const meta = parseJson("meta.json", file.text, snapshotMeta);
      return { congress: meta.congress, asOf: meta.as_of };
    }),
  );
}

/** The facts of a Congress that the project carries. @throws {FactsError} when it carries none */
export async function readShippedFacts(congress: number): Promise<CongressFacts> {
  return (await readSnapshot(openFactsFiles(snapshotFolder(congress)))).facts;
}
