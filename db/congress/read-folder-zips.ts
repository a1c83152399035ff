import { z } from "zod";
import type { ZipPrefix, ZipShare } from "./facts";
import { type FactsFiles, getFactsFile } from "./facts-files";
import { parseCsv } from "./parse-text";

const shareRow = z.object({
  zip: z.string().regex(/^\d{5}$/, "is not five digits"),
  state: z.string(),
  district: z.string().regex(/^\d{0,2}$/, "is not a number"),
  weight: z.string().regex(/^(\d(\.\d+)?)?$/, "is not a share"),
  kind: z.enum(["zcta", "point", "military"]),
});

const prefixRow = z.object({
  prefix: z.string(),
  states: z.string(),
  kind: z.enum(["state", "multi-state", "territory", "military"]),
});

/** Reads `zip-districts.csv` and `zip-prefixes.csv` of the folder format. @throws {FactsError} */
export async function readFolderZips(files: FactsFiles): Promise<{ zipShares: ZipShare[]; zipPrefixes: ZipPrefix[] }> {
  const [shares, prefixes] = ["zip-districts.csv", "zip-prefixes.csv"] as const;
  return {
    zipShares: readShares(shares, (await getFactsFile(files, shares)).text),
    zipPrefixes: readPrefixes(prefixes, (await getFactsFile(files, prefixes)).text),
  };
}

/** Reads our format of a crosswalk. @throws {FactsError} that begins with `name` */
export function readShares(name: string, text: string): ZipShare[] {
  // A military address has no district, and so nothing to share.
  return parseCsv(name, text, shareRow).map((row) =>
    row.kind === "military"
      ? { zip: row.zip, state: row.state, district: -1, weight: 1, kind: row.kind }
      : {
          zip: row.zip,
          state: row.state,
          district: row.district === "" ? Number.NaN : Number(row.district),
          weight: Number(row.weight),
          kind: row.kind,
        },
  );
}

/** Reads our format of the states of the first three digits. @throws {FactsError} that begins with `name` */
export function readPrefixes(name: string, text: string): ZipPrefix[] {
  return parseCsv(name, text, prefixRow).map(({ prefix, states, kind }) => ({
    prefix,
    states: states.split(";"),
    kind: kind === "multi-state" ? "multi_state" : kind,
  }));
}
