import { completeCensusShares } from "./complete-census-shares";
import { districtName } from "./district-name";
import type { CongressFacts, DistrictSeat, ZipPrefix, ZipShare } from "./facts";
import { FactsError } from "./facts-error";
import type { FactsFiles } from "./facts-files";
import { censusCrosswalkName, readCensusCrosswalk } from "./read-census-crosswalk";
import { readPrefixes, readShares } from "./read-folder-zips";
import { nonVotingSeats, seatKind } from "./states";

/** Which ZIP codes lie in which districts of one Congress, and so which districts it has. */
export type Crosswalk = Pick<CongressFacts, "districts" | "zipShares" | "zipPrefixes">;

/**
 * The crosswalk of a Congress that lies beside a list of members, or null: `zip-districts-120.csv` with
 * `zip-prefixes-120.csv` in our own format, or the Census Bureau's relationship file. A plain `zip-districts.csv` does
 * not tell its Congress, and is believed only where the lines of that Congress are known already.
 * @param known facts of the same Congress, or else of the one before
 * @throws {FactsError}
 */
export async function findCrosswalk(
  files: FactsFiles,
  congress: number,
  known: CongressFacts | null,
): Promise<Crosswalk | null> {
  const isOfSame = known?.congress === congress;
  const found = await findShares(files, congress, isOfSame);
  if (found === null) return null;
  const prefixes =
    (await files.find(`zip-prefixes-${congress}.csv`)) ?? (isOfSame ? await files.find("zip-prefixes.csv") : null);
  const zipPrefixes: ZipPrefix[] | undefined =
    prefixes === null ? known?.zipPrefixes : readPrefixes("zip-prefixes", prefixes.text);
  if (zipPrefixes === undefined) throw new FactsError(`${files.place} holds no zip-prefixes-${congress}.csv.`);
  const zipShares = found.isCensus && known !== null ? completeCensusShares(found.shares, known) : found.shares;
  return { zipShares, zipPrefixes, districts: districtsOf(zipShares) };
}

async function findShares(
  files: FactsFiles,
  congress: number,
  isOfSame: boolean,
): Promise<{ shares: ZipShare[]; isCensus: boolean } | null> {
  for (const name of [`zip-districts-${congress}.csv`, ...(isOfSame ? ["zip-districts.csv"] : [])]) {
    const file = await files.find(name);
    if (file !== null) return { shares: readShares(name, uncut(name, file.text)), isCensus: false };
  }
  const name = censusCrosswalkName(congress);
  const file = await files.find(name);
  return file && { shares: readCensusCrosswalk(name, uncut(name, file.text), congress), isCensus: true };
}

/** A line that was cut may still be a record. */
function uncut(name: string, text: string): string {
  if (!text.endsWith("\n")) throw new FactsError(`${name} does not end with the end of a line: it is cut off.`);
  return text;
}

function districtsOf(shares: readonly ZipShare[]): DistrictSeat[] {
  const seats = new Map(nonVotingSeats.map((state) => [`${state}-0`, { state, district: 0 }]));
  for (const { state, district, kind } of shares) {
    if (kind !== "military") seats.set(districtName({ state, district }), { state, district });
  }
  return [...seats.values()].map((seat) => ({ ...seat, kind: seatKind(seat.state, seat.district) }));
}
