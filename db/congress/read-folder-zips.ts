import { z } from "zod";
import type { ZipPrefix, ZipShare } from "./facts";
import { type FactsFiles, getFactsFile } from "./facts-files";
import { parseCsv } from "./parse-text";

const shareRow = z.object({
  zip: z.string(),
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
  const shares = parseCsv("zip-districts.csv", (await getFactsFile(files, "zip-districts.csv")).text, shareRow);
  const prefixes = parseCsv("zip-prefixes.csv", (await getFactsFile(files, "zip-prefixes.csv")).text, prefixRow);
  return {
    // A military address has no district, and so nothing to share.
    zipShares: shares.map((row) =>
      row.kind === "military"
        ? { zip: row.zip, state: row.state, district: -1, weight: 1, kind: row.kind }
        : {
            zip: row.zip,
            state: row.state,
            district: row.district === "" ? Number.NaN : Number(row.district),
            weight: Number(row.weight),
            kind: row.kind,
          },
    ),
    zipPrefixes: prefixes.map(({ prefix, states, kind }) => ({
      prefix,
      states: states.split(";"),
      kind: kind === "multi-state" ? "multi_state" : kind,
    })),
  };
}
