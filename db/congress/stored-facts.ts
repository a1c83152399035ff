import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import {
  congressFacts,
  districtShapes,
  districts,
  lawmakers,
  zipDistricts,
  zipPlaces,
  zipPrefixes,
} from "../schema/congress";
import {
  type CongressFacts,
  committeeSeats,
  contactFormFacts,
  type Lawmaker,
  localOffices,
  type PostalPlace,
  type ZipShare,
} from "./facts";
import { sortFacts } from "./sort-facts";

export type FactsPart = "lawmakers" | "districts" | "zipShares" | "zipPrefixes" | "zipPlaces" | "shapes";

/** Rows in one statement: few enough for the embedded engine's memory, many enough to be quick. */
const ZIP_ROWS = 10_000;
const LAWMAKER_ROWS = 200;
const SHAPE_ROWS = 10;

export interface StoredFacts {
  facts: CongressFacts;
  revision: number;
}

/** The facts of one Congress in the database, or null. */
export async function findStoredFacts(db: Database, congress: number): Promise<StoredFacts | null> {
  const [origin] = await db.select().from(congressFacts).where(eq(congressFacts.congress, congress));
  if (origin === undefined) return null;
  const { revision, importedAt: _, ...rest } = origin;
  const facts: CongressFacts = {
    ...rest,
    lawmakers: await listStoredLawmakers(db, congress),
    districts: await db
      .select({ state: districts.state, district: districts.district, kind: districts.kind })
      .from(districts)
      .where(eq(districts.congress, congress)),
    zipShares: await db
      .select({
        zip: zipDistricts.zip,
        state: zipDistricts.state,
        district: zipDistricts.district,
        weight: zipDistricts.weight,
        kind: zipDistricts.kind,
      })
      .from(zipDistricts)
      .where(eq(zipDistricts.congress, congress)),
    zipPrefixes: await db
      .select({ prefix: zipPrefixes.prefix, states: zipPrefixes.states, kind: zipPrefixes.kind })
      .from(zipPrefixes)
      .where(eq(zipPrefixes.congress, congress)),
    zipPlaces: await db
      .select({
        zip: zipPlaces.zip,
        place: zipPlaces.place,
        state: zipPlaces.state,
        latitude: zipPlaces.latitude,
        longitude: zipPlaces.longitude,
      })
      .from(zipPlaces)
      .where(eq(zipPlaces.congress, congress)),
    shapes: await db
      .select({
        state: districtShapes.state,
        detail: districtShapes.detail,
        hash: districtShapes.hash,
        body: districtShapes.body,
      })
      .from(districtShapes)
      .where(eq(districtShapes.congress, congress)),
  };
  return { facts: sortFacts(facts), revision };
}

/** The members of one Congress in the database, without its places and boundaries. */
export async function listStoredLawmakers(db: Database, congress: number): Promise<Lawmaker[]> {
  const members = await db.select().from(lawmakers).where(eq(lawmakers.congress, congress));
  return members.map(({ congress: _, localOffices: offices, contactFormFacts: form, committees, ...member }) => ({
    ...member,
    localOffices: localOffices.parse(offices),
    contactFormFacts: form === null ? null : contactFormFacts.parse(form),
    committees: committeeSeats.parse(committees),
  }));
}

/** Which facts the database holds, and which of their revisions: one small row for each Congress. */
export function listStoredRevisions(db: Database): Promise<{ congress: number; asOf: string; revision: number }[]> {
  return db
    .select({ congress: congressFacts.congress, asOf: congressFacts.asOf, revision: congressFacts.revision })
    .from(congressFacts)
    .orderBy(asc(congressFacts.congress));
}

/** Whether the boundaries or the places of a Congress are not in the database. */
export async function lacksGround(db: Database, congress: number): Promise<boolean> {
  const [shape] = await db
    .select({ state: districtShapes.state })
    .from(districtShapes)
    .where(eq(districtShapes.congress, congress))
    .limit(1);
  const [place] = await db
    .select({ zip: zipPlaces.zip })
    .from(zipPlaces)
    .where(eq(zipPlaces.congress, congress))
    .limit(1);
  return shape === undefined || place === undefined;
}

/** When the facts of each Congress hold and how old they are. */
export function listStoredOrigins(db: Database) {
  const { congress, validFrom, validUntil, asOf, revision, importedAt, source } = congressFacts;
  return db
    .select({ congress, validFrom, validUntil, asOf, revision, importedAt, source })
    .from(congressFacts)
    .orderBy(asc(congress));
}

/**
 * Holds off other imports of the same Congress until the transaction ends.
 * @returns the revision that is stored, null for none
 */
export async function lockStoredFacts(tx: Database, congress: number): Promise<number | null> {
  // A row that is yet to come can't be locked.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('privacy-for-all:congress-facts', ${congress}))`);
  const [stored] = await tx
    .select({ revision: congressFacts.revision })
    .from(congressFacts)
    .where(eq(congressFacts.congress, congress));
  return stored?.revision ?? null;
}

/** Writes the origin, and anew the parts that are named. To be called in a transaction. */
export async function storeFacts(
  tx: Database,
  facts: CongressFacts,
  parts: ReadonlySet<FactsPart>,
  importedAt: Date,
): Promise<void> {
  const { lawmakers: members, districts: seats, zipShares, zipPrefixes: prefixes, zipPlaces: places, ...rest } = facts;
  const { congress, shapes, ...origin } = rest;
  await tx
    .insert(congressFacts)
    .values({ congress, ...origin, revision: 1, importedAt })
    .onConflictDoUpdate({
      target: congressFacts.congress,
      set: { ...origin, importedAt, revision: sql`${congressFacts.revision} + 1` },
    });

  if (parts.has("lawmakers")) {
    await tx.delete(lawmakers).where(eq(lawmakers.congress, congress));
    for (const rows of chunks(members, LAWMAKER_ROWS)) {
      await tx.insert(lawmakers).values(rows.map((member) => ({ congress, ...member })));
    }
  }
  if (parts.has("districts")) {
    await tx.delete(districts).where(eq(districts.congress, congress));
    await tx.insert(districts).values(seats.map((seat) => ({ congress, ...seat })));
  }
  if (parts.has("zipPrefixes")) {
    await tx.delete(zipPrefixes).where(eq(zipPrefixes.congress, congress));
    await tx.insert(zipPrefixes).values(prefixes.map((prefix) => ({ congress, ...prefix })));
  }
  if (parts.has("zipShares")) {
    await tx.delete(zipDistricts).where(eq(zipDistricts.congress, congress));
    for (const rows of chunks(zipShares, ZIP_ROWS)) await insertShares(tx, congress, rows);
  }
  if (parts.has("zipPlaces")) {
    await tx.delete(zipPlaces).where(eq(zipPlaces.congress, congress));
    for (const rows of chunks(places, ZIP_ROWS)) await insertPlaces(tx, congress, rows);
  }
  if (parts.has("shapes")) {
    await tx.delete(districtShapes).where(eq(districtShapes.congress, congress));
    for (const rows of chunks(shapes, SHAPE_ROWS)) {
      await tx.insert(districtShapes).values(rows.map((shape) => ({ congress, ...shape })));
    }
  }
}

/**
 * One array for each column instead of a parameter for each value. The arrays travel as text, which both
 * drivers write alike; the values hold no comma, as their schema says.
 */
async function insertShares(tx: Database, congress: number, rows: ZipShare[]): Promise<void> {
  const column = (field: keyof ZipShare) => sql`string_to_array(${rows.map((row) => row[field]).join(",")}::text, ',')`;
  await tx.execute(sql`
    insert into ${zipDistricts} (congress, zip, state, district, weight, kind)
    select ${congress}::smallint, zip, state, district::smallint, weight::real, kind
    from unnest(${column("zip")}, ${column("state")}, ${column("district")}, ${column("weight")}, ${column("kind")})
      as share (zip, state, district, weight, kind)`);
}

/** As {@link insertShares}; names of places may hold a comma, but no control character. */
async function insertPlaces(tx: Database, congress: number, rows: PostalPlace[]): Promise<void> {
  const column = (field: keyof PostalPlace) =>
    sql`string_to_array(${rows.map((row) => row[field]).join("\u001f")}::text, chr(31))`;
  await tx.execute(sql`
    insert into ${zipPlaces} (congress, zip, place, state, latitude, longitude)
    select ${congress}::smallint, zip, place, state, latitude::real, longitude::real
    from unnest(${column("zip")}, ${column("place")}, ${column("state")}, ${column("latitude")}, ${column("longitude")})
      as known (zip, place, state, latitude, longitude)`);
}

function* chunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
