import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { countFacts } from "./count-facts";
import { districtName } from "./district-name";
import type { CongressFacts, Lawmaker, ZipShare } from "./facts";
import type { ShapeDetail } from "./shapes/shape-document";
import { sharesByZip } from "./shares-by-zip";
import { emptyLawmaker, type SnapshotMeta, type SnapshotPart, sha256, zipKindLetters } from "./snapshot-format";

/** Writes facts as a compact snapshot; see {@link renderSnapshot}. @returns the bytes written */
export async function writeSnapshot(folder: string, facts: CongressFacts): Promise<number> {
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  for (const [name, text] of Object.entries(renderSnapshot(facts))) {
    await writeFile(path.join(folder, name), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** The files of a snapshot by name. Equal facts give equal bytes. */
export function renderSnapshot(facts: CongressFacts): Record<SnapshotPart | "meta.json", string> {
  const parts: Record<SnapshotPart, string> = {
    "lawmakers.jsonl": lines(facts.lawmakers.map(renderLawmaker)),
    "districts.csv": lines(["district,kind", ...facts.districts.map((seat) => `${districtName(seat)},${seat.kind}`)]),
    "zip-districts.csv": lines(["zip,kind,districts", ...renderShares(facts.zipShares)]),
    "zip-prefixes.csv": lines([
      "prefix,kind,states",
      ...facts.zipPrefixes.map(({ prefix, kind, states }) => `${prefix},${kind},${states.join(" ")}`),
    ]),
    "zip-places.csv": lines([
      "zip,state,latitude,longitude,place",
      ...facts.zipPlaces.map(({ zip, state, latitude, longitude, place }) =>
        [zip, state, latitude, longitude, csvField(place)].join(),
      ),
    ]),
    "shapes-lite.csv": renderShapes(facts, "lite"),
    "shapes-full.csv": renderShapes(facts, "full"),
  };
  const counts = countFacts(facts);
  const meta: SnapshotMeta = {
    format: 1,
    congress: facts.congress,
    valid_from: facts.validFrom.toISOString(),
    valid_until: facts.validUntil.toISOString(),
    as_of: facts.asOf,
    source: facts.source,
    licence: facts.licence,
    attribution: facts.attribution,
    counts: {
      senators: counts.senators,
      house_members: counts.houseMembers,
      districts: counts.districts,
      vacant_seats: counts.vacantSeats,
      zips: counts.zips,
      zip_shares: counts.zipShares,
      zip_prefixes: counts.zipPrefixes,
      zip_places: counts.zipPlaces,
      shapes: counts.shapes,
    },
    sha256: {
      "lawmakers.jsonl": sha256(parts["lawmakers.jsonl"]),
      "districts.csv": sha256(parts["districts.csv"]),
      "zip-districts.csv": sha256(parts["zip-districts.csv"]),
      "zip-prefixes.csv": sha256(parts["zip-prefixes.csv"]),
      "zip-places.csv": sha256(parts["zip-places.csv"]),
      "shapes-lite.csv": sha256(parts["shapes-lite.csv"]),
      "shapes-full.csv": sha256(parts["shapes-full.csv"]),
    },
  };
  return { "meta.json": `${JSON.stringify(meta, null, 2)}\n`, ...parts };
}

function renderLawmaker(lawmaker: Lawmaker): string {
  const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
  const filled = Object.entries(lawmaker).filter(([field, value]) => !(field in emptyLawmaker && isEmpty(value)));
  return JSON.stringify(Object.fromEntries(filled));
}

/** `02139,a,MA-7:0.8747 MA-5:0.1253`; `94110,a,CA-11`; `09001,m,AE`. */
function renderShares(shares: ZipShare[]): string[] {
  return [...sharesByZip(shares)].map(([zip, rows]) => {
    const districts = rows.map((row) => {
      if (row.kind === "military") return row.state;
      return rows.length === 1 ? districtName(row) : `${districtName(row)}:${row.weight}`;
    });
    return `${zip},${zipKindLetters[rows[0]?.kind ?? "zcta"]},${districts.join(" ")}`;
  });
}

function renderShapes({ shapes }: CongressFacts, detail: ShapeDetail): string {
  const rows = shapes.filter((shape) => shape.detail === detail);
  return lines(["state,hash,body", ...rows.map(({ state, hash, body }) => `${state},${hash},${body}`)]);
}

function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lines(of: string[]): string {
  return `${of.join("\n")}\n`;
}
