import { z } from "zod";
import {
  type CongressFacts,
  type DistrictShape,
  lawmaker,
  type PostalPlace,
  type ReadFacts,
  type ZipShare,
} from "./facts";
import { FactsError } from "./facts-error";
import { type FactsFiles, getFactsFile } from "./facts-files";
import { parseCsv, parseJson } from "./parse-text";
import { parsePlaces } from "./read-folder-places";
import type { ShapeDetail } from "./shapes/shape-document";
import { emptyLawmaker, type SnapshotPart, sha256, snapshotMeta } from "./snapshot-format";
import { validateFacts } from "./validate-facts";

const districtRow = z.object({
  district: z.string(),
  kind: z.enum(["district", "at_large", "delegate", "resident_commissioner"]),
});
const shareRow = z.object({ zip: z.string(), kind: z.enum(["a", "p", "m"]), districts: z.string() });
const prefixRow = z.object({
  prefix: z.string(),
  kind: z.enum(["state", "multi_state", "territory", "military"]),
  states: z.string(),
});
const shapeRow = z.object({ state: z.string(), hash: z.string(), body: z.string() });
const zipKinds = { a: "zcta", p: "point", m: "military" } as const;

/** Reads a snapshot that `writeSnapshot` made. @throws {FactsError} also when a part was changed by hand */
export async function readSnapshot(files: FactsFiles): Promise<ReadFacts> {
  const meta = parseJson("meta.json", (await getFactsFile(files, "meta.json")).text, snapshotMeta);
  const part = async (name: SnapshotPart) => {
    // A checkout on Windows may have changed the ends of the lines.
    const text = (await getFactsFile(files, name)).text.replaceAll("\r\n", "\n");
    if (sha256(text) !== meta.sha256[name]) throw new FactsError(`${name} does not match its checksum in meta.json.`);
    return text;
  };

  const facts: CongressFacts = validateFacts(files.place, {
    congress: meta.congress,
    validFrom: new Date(meta.valid_from),
    validUntil: new Date(meta.valid_until),
    asOf: meta.as_of,
    source: meta.source,
    licence: meta.licence,
    attribution: meta.attribution,
    lawmakers: readLawmakers(await part("lawmakers.jsonl")),
    districts: parseCsv("districts.csv", await part("districts.csv"), districtRow).map(({ district, kind }) => ({
      ...readSeat(district),
      kind,
    })),
    zipShares: parseCsv("zip-districts.csv", await part("zip-districts.csv"), shareRow).flatMap(readShares),
    zipPrefixes: parseCsv("zip-prefixes.csv", await part("zip-prefixes.csv"), prefixRow).map((row) => ({
      ...row,
      states: row.states.split(" "),
    })),
    zipPlaces: readPlaces(await part("zip-places.csv")),
    shapes: [
      ...readShapes("shapes-lite.csv", await part("shapes-lite.csv"), "lite"),
      ...readShapes("shapes-full.csv", await part("shapes-full.csv"), "full"),
    ],
  });
  return { facts, remarks: [] };
}

function readLawmakers(text: string) {
  const filled = z.preprocess((fields) => ({ ...emptyLawmaker, ...z.looseObject({}).parse(fields) }), lawmaker);
  return text
    .trimEnd()
    .split("\n")
    .map((line, index) => parseJson(`lawmakers.jsonl, line ${index + 1}`, line, filled));
}

function readPlaces(text: string): PostalPlace[] {
  return hasNoRows(text) ? [] : parsePlaces(text);
}

/** A Congress may be known before its boundaries and places are. */
function hasNoRows(text: string): boolean {
  return text.indexOf("\n") === text.length - 1;
}

function readShapes(name: SnapshotPart, text: string, detail: ShapeDetail): DistrictShape[] {
  if (hasNoRows(text)) return [];
  return parseCsv(name, text, shapeRow).map((row) => ({ ...row, detail }));
}

function readShares({ zip, kind, districts }: z.infer<typeof shareRow>): ZipShare[] {
  if (kind === "m") return [{ zip, state: districts, district: -1, weight: 1, kind: "military" }];
  return districts.split(" ").map((share) => {
    const [seat = "", weight = "1"] = share.split(":");
    return { zip, ...readSeat(seat), weight: Number(weight), kind: zipKinds[kind] };
  });
}

function readSeat(name: string) {
  const [state = "", district = "?"] = name.split("-");
  return { state, district: Number(district) };
}
