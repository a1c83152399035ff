import type { CongressFacts, DistrictShape, FactsOrigin, PostalPlace, ZipPrefix, ZipShare } from "~db/congress/facts";
import type { SeatKind } from "~db/congress/states";
import { type District, formatDistrict } from "./district";
import { indexPlaces } from "./index-places";
import type { Lawmaker } from "./lawmaker";
import { placesByDistrict } from "./places-by-district";

/** A seat of the House: filled, or vacant until an election. */
export type HouseSeat = District & { kind: SeatKind } & (
    | { vacant: false; lawmaker: Lawmaker }
    | { vacant: true; lawmaker: null }
  );

/** A share of a ZIP code's area. */
export interface IndexedShare {
  kind: ZipShare["kind"];
  /** Null for military mail. */
  seat: HouseSeat | null;
  /** 0 to 1. */
  weight: number;
}

/** The facts of one Congress, ready to answer from memory. */
export interface CongressIndex {
  origin: FactsOrigin;
  /** By name, as `formatDistrict` writes it. */
  seats: ReadonlyMap<string, HouseSeat>;
  /** Of the fifty states; a state whose seats are both vacant has an empty list. */
  senators: ReadonlyMap<string, readonly Lawmaker[]>;
  lawmakers: ReadonlyMap<string, Lawmaker>;
  prefixes: ReadonlyMap<string, ZipPrefix>;
  /** The shares of five digits, the largest first; none when the ZIP code is not listed. */
  sharesOf(zip: string): IndexedShare[];
  /** Where the post office of five digits is, and what it is called; null when not known. */
  placeOf(zip: string): PostalPlace | null;
  /** Every place of a ZIP code. */
  allPlaces(): Iterable<PostalPlace>;
  /** The names of the best-known places that a district covers: those with most ZIP codes that are mainly its own. */
  placesOfDistrict(district: District, few: number): string[];
  /** The files of boundaries; their content is in the database. Empty while none are known. */
  shapes: readonly IndexedShape[];
}

/** A state's file of boundaries. */
export type IndexedShape = Pick<DistrictShape, "state" | "detail" | "hash"> & {
  /** As it is stored, under brotli. */
  bytes: number;
};

export function indexCongress(facts: CongressFacts): CongressIndex {
  const { lawmakers, districts, zipShares, zipPrefixes, zipPlaces, shapes, ...origin } = facts;
  const seats = indexSeats(facts);
  const sharesOf = indexShares(zipShares, [...seats.values()]);
  const places = indexPlaces(zipPlaces);
  return {
    origin,
    seats,
    senators: indexSenators(facts),
    lawmakers: new Map(lawmakers.map((lawmaker) => [lawmaker.bioguide, lawmaker])),
    prefixes: new Map(zipPrefixes.map((prefix) => [prefix.prefix, prefix])),
    sharesOf,
    placeOf: places.placeOf,
    allPlaces: places.all,
    placesOfDistrict: placesByDistrict(places, sharesOf),
    shapes: shapes.map(({ state, detail, hash, body }) => ({
      state,
      detail,
      hash,
      bytes: Buffer.byteLength(body, "base64"),
    })),
  };
}

function indexSeats({ districts, lawmakers }: CongressFacts): Map<string, HouseSeat> {
  const holders = new Map<string, Lawmaker>();
  for (const lawmaker of lawmakers) {
    const { state, district } = lawmaker;
    if (district !== null) holders.set(formatDistrict({ state, district }), lawmaker);
  }
  return new Map(
    districts.map((seat) => {
      const lawmaker = holders.get(formatDistrict(seat));
      return [
        formatDistrict(seat),
        lawmaker ? { ...seat, vacant: false, lawmaker } : { ...seat, vacant: true, lawmaker: null },
      ];
    }),
  );
}

function indexSenators({ districts, lawmakers }: CongressFacts): Map<string, Lawmaker[]> {
  // The kind of its seats tells a state from a territory: senators may be missing, seats may be vacant.
  const states = districts.filter(({ kind }) => kind === "district" || kind === "at_large").map(({ state }) => state);
  const senators = new Map<string, Lawmaker[]>(states.map((state) => [state, []]));
  for (const lawmaker of lawmakers) {
    if (lawmaker.chamber === "senate") senators.get(lawmaker.state)?.push(lawmaker);
  }
  for (const two of senators.values()) two.sort((a, b) => (a.senateClass ?? 0) - (b.senateClass ?? 0));
  return senators;
}

const kinds = ["zcta", "point", "military"] as const;
const NO_SEAT = 0xffff;
const WEIGHT_UNIT = 10_000;

/** Keeps the shares in arrays of numbers, about 0.7 MB, where an object for each would take ten times as much. */
function indexShares(shares: ZipShare[], seats: HouseSeat[]): CongressIndex["sharesOf"] {
  const numberOf = new Map(seats.map((seat, index) => [formatDistrict(seat), index]));
  const ordered = shares.toSorted((a, b) => Number(a.zip) - Number(b.zip) || b.weight - a.weight);
  /** The rows of a ZIP code begin at its own place and end where those of the next begin. */
  const begins = new Uint32Array(100_001);
  const seatOf = new Uint16Array(ordered.length);
  const weightOf = new Uint16Array(ordered.length);
  const kindOf = new Uint8Array(ordered.length);
  for (const [row, share] of ordered.entries()) {
    const next = Number(share.zip) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
    seatOf[row] = numberOf.get(formatDistrict(share)) ?? NO_SEAT;
    weightOf[row] = Math.round(share.weight * WEIGHT_UNIT);
    kindOf[row] = kinds.indexOf(share.kind);
  }
  for (let zip = 1; zip < begins.length; zip++) begins[zip] = (begins[zip] ?? 0) + (begins[zip - 1] ?? 0);

  return (zip) => {
    const rows: IndexedShare[] = [];
    const end = begins[Number(zip) + 1] ?? 0;
    for (let row = begins[Number(zip)] ?? end; row < end; row++) {
      rows.push({
        kind: kinds[kindOf[row] ?? 0] ?? "zcta",
        seat: seats[seatOf[row] ?? NO_SEAT] ?? null,
        weight: (weightOf[row] ?? 0) / WEIGHT_UNIT,
      });
    }
    return rows;
  };
}
