import { districtName } from "./district-name";
import type { CongressFacts, DistrictSeat, FactsOrigin, Lawmaker, PostalPlace, ZipPrefix } from "./facts";
import { sharesByZip } from "./shares-by-zip";
import type { FactsPart } from "./stored-facts";

/** What one thing of its kind lost, won or changed. */
export interface Changes<T> {
  came: T[];
  left: T[];
  changed: { before: T; after: T }[];
}

/** What an import changes. */
export interface FactsDifference {
  /** Null when the database holds nothing of this Congress. */
  before: CongressFacts | null;
  after: CongressFacts;
  origin: (keyof FactsOrigin)[];
  lawmakers: Changes<Lawmaker>;
  districts: Changes<DistrictSeat>;
  /** By ZIP code; the texts say its districts and shares. */
  zips: Changes<{ zip: string; districts: string }>;
  zipPrefixes: Changes<ZipPrefix>;
  zipPlaces: Changes<PostalPlace>;
  /** By state and detail. */
  shapes: Changes<{ file: string; hash: string }>;
}

export function compareFacts(before: CongressFacts | null, after: CongressFacts): FactsDifference {
  const originFields = ["congress", "validFrom", "validUntil", "asOf", "source", "licence", "attribution"] as const;
  return {
    before,
    after,
    origin: originFields.filter((field) => before?.[field].valueOf() !== after[field].valueOf()),
    lawmakers: compare(before?.lawmakers ?? [], after.lawmakers, ({ bioguide }) => bioguide),
    districts: compare(before?.districts ?? [], after.districts, districtName),
    zips: compare(zipTexts(before), zipTexts(after), ({ zip }) => zip),
    zipPrefixes: compare(before?.zipPrefixes ?? [], after.zipPrefixes, ({ prefix }) => prefix),
    zipPlaces: compare(before?.zipPlaces ?? [], after.zipPlaces, ({ zip }) => zip),
    shapes: compare(shapeHashes(before), shapeHashes(after), ({ file }) => file),
  };
}

/** The parts of the facts that have to be written. */
export function changedParts(difference: FactsDifference): Set<FactsPart> {
  const parts = new Set<FactsPart>();
  if (hasChanges(difference.lawmakers)) parts.add("lawmakers");
  if (hasChanges(difference.districts)) parts.add("districts");
  if (hasChanges(difference.zips)) parts.add("zipShares");
  if (hasChanges(difference.zipPrefixes)) parts.add("zipPrefixes");
  if (hasChanges(difference.zipPlaces)) parts.add("zipPlaces");
  if (hasChanges(difference.shapes)) parts.add("shapes");
  return parts;
}

export function isDifferent(difference: FactsDifference): boolean {
  return difference.origin.length > 0 || changedParts(difference).size > 0;
}

export function hasChanges({ came, left, changed }: Changes<unknown>): boolean {
  return came.length + left.length + changed.length > 0;
}

function compare<T>(before: T[], after: T[], keyOf: (row: T) => string): Changes<T> {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const changes: Changes<T> = { came: [], left: [], changed: [] };
  for (const row of after) {
    const known = old.get(keyOf(row));
    old.delete(keyOf(row));
    if (known === undefined) changes.came.push(row);
    else if (canonical(known) !== canonical(row)) changes.changed.push({ before: known, after: row });
  }
  changes.left.push(...old.values());
  return changes;
}

function zipTexts(facts: CongressFacts | null): { zip: string; districts: string }[] {
  return [...sharesByZip(facts?.zipShares ?? [])].map(([zip, rows]) => ({
    zip,
    districts: rows.map((row) => `${districtName(row)} ${row.weight} ${row.kind}`).join(", "),
  }));
}

/** The same boundaries may be packed otherwise by another version of the compressor. */
function shapeHashes(facts: CongressFacts | null): { file: string; hash: string }[] {
  return (facts?.shapes ?? []).map(({ state, detail, hash }) => ({ file: `${state}-${detail}`, hash }));
}

/** JSON with the fields of every object in one order: the database keeps another than we wrote. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
