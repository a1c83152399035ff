import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { applyFacts, previewFacts } from "~db/congress/apply-facts";
import { isDifferent } from "~db/congress/compare-facts";
import { congressDates } from "~db/congress/congress-dates";
import { describeDifference } from "~db/congress/describe-difference";
import { ensureCongressFacts } from "~db/congress/ensure-facts";
import type { DistrictShape } from "~db/congress/facts";
import { packShape } from "~db/congress/shapes/pack-shape";
import { readShape } from "~db/congress/shapes/read-shape";
import { findStoredFacts, listStoredRevisions } from "~db/congress/stored-facts";
import { syncCongress } from "~db/congress/sync-congress";
import type { Database } from "~db/database";
import {
  congressFacts,
  districtShapes,
  districts,
  lawmakers,
  zipDistricts,
  zipPlaces,
  zipPrefixes,
} from "~db/schema/congress";
import { withContext, withDatabase } from "../../support/database";
import { lawmakersWith, shipped, shippedWith } from "./shipped";
import { folderWith, upstreamMembers } from "./upstream-fixture";

const pelosi = "P000197";

test(
  "the seeded database gives back exactly the facts that the project carries",
  withContext(async ({ db }) => {
    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);
  }),
);

test(
  "equal facts change nothing, not even the revision",
  withContext(async ({ db }) => {
    const before = await db.select().from(congressFacts);
    const difference = await applyFacts(db, shipped, new Date("2026-12-24T00:00:00Z"));

    expect(isDifferent(difference)).toBe(false);
    expect(await db.select().from(congressFacts)).toEqual(before);
  }),
);

test(
  "changed facts replace the old ones and raise the revision",
  withContext(async ({ db, now }) => {
    const [before] = await listStoredRevisions(db);
    const changed = shippedWith({
      asOf: "2026-11-20",
      lawmakers: lawmakersWith(pelosi, { phone: null, party: "Independent" }),
      zipShares: shipped.zipShares.filter(({ zip }) => zip !== "94110"),
    });
    const difference = await applyFacts(db, changed, now());

    expect(difference.lawmakers.changed).toHaveLength(1);
    expect(difference.zips.left.map(({ zip }) => zip)).toEqual(["94110"]);
    expect((await findStoredFacts(db, 119))?.facts).toEqual(changed);
    expect(await listStoredRevisions(db)).toEqual([
      { congress: 119, asOf: "2026-11-20", revision: (before?.revision ?? 0) + 1 },
    ]);
  }),
);

test(
  "facts that must not be believed change nothing",
  withContext(async ({ db, now }) => {
    await expect(applyFacts(db, shippedWith({ lawmakers: [] }), now())).rejects.toThrow(/Only 0 members/);

    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);
  }),
);

test(
  "a preview changes nothing",
  withContext(async ({ db, now }) => {
    const difference = await previewFacts(db, shippedWith({ asOf: "2026-11-20" }), now());

    expect(difference.origin).toEqual(["asOf"]);
    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);
  }),
);

test(
  "the facts of two Congresses live side by side",
  withContext(async ({ db, now }) => {
    const next = shippedWith({
      congress: 120,
      ...congressDates(120),
      asOf: "2026-11-23",
      lawmakers: shipped.lawmakers.map((lawmaker) => ({ ...lawmaker, termStart: "2027-01-03", termEnd: "2029-01-03" })),
    });
    await applyFacts(db, next, now());

    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);
    expect((await findStoredFacts(db, 120))?.facts).toEqual(next);
  }),
);

test(
  "a database without facts gets those that the project carries, once",
  withContext(async ({ db, now }) => {
    await removeFacts(db);
    await ensureCongressFacts(db, now());
    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);

    const before = await db.select().from(congressFacts);
    await ensureCongressFacts(db, new Date("2026-12-24T00:00:00Z"));
    expect(await db.select().from(congressFacts)).toEqual(before);
  }),
);

test(
  "older facts give way to those that the project carries, newer ones stay",
  withContext(async ({ db, now }) => {
    const members = lawmakersWith(pelosi, { phone: null });
    await applyFacts(db, shippedWith({ asOf: "2026-01-01", lawmakers: members }), now());
    await ensureCongressFacts(db, now());
    expect((await findStoredFacts(db, 119))?.facts).toEqual(shipped);

    const newer = shippedWith({ asOf: "2026-11-20", lawmakers: members });
    await applyFacts(db, newer, now());
    await ensureCongressFacts(db, now());
    expect((await findStoredFacts(db, 119))?.facts).toEqual(newer);
  }),
);

test(
  "newer facts from before there were boundaries and places get both, and stay as they are otherwise",
  withContext(async ({ db, now }) => {
    const members = lawmakersWith(pelosi, { phone: null });
    const newer = shippedWith({ asOf: "2026-11-20", lawmakers: members });
    await applyFacts(db, { ...newer, shapes: [], zipPlaces: [] }, now());
    expect((await findStoredFacts(db, 119))?.facts.shapes).toEqual([]);

    await ensureCongressFacts(db, now());
    expect((await findStoredFacts(db, 119))?.facts).toEqual(newer);
  }),
);

test(
  "changed boundaries and places are told in a line each",
  withContext(async ({ db, now }) => {
    const changed = shippedWith({
      shapes: shipped.shapes.map((shape) => (shape.state === "WY" ? moved(shape) : shape)),
      zipPlaces: shipped.zipPlaces.slice(1),
    });
    const lines = describeDifference(await applyFacts(db, changed, now()));

    expect(lines).toContain("  Files of boundaries: 0 added, 0 removed, 2 changed");
    expect(lines).toContain("  Places of ZIP codes: 0 added, 1 removed, 0 changed");
    expect((await findStoredFacts(db, 119))?.facts).toEqual(changed);
  }),
);

test(
  "a synced list of members lies over the districts and ZIP codes, and a dry run applies nothing",
  withDatabase(async (connection, { now }) => {
    const changed = lawmakersWith(pelosi, { phone: "202-225-0000" });
    const from = await folderWith({ "legislators-current.json": upstreamMembers(changed) });
    const options = { from, asOf: "2026-11-20", isDryRun: true };

    const dry = await syncCongress(connection.db, options, now());
    expect(dry.difference.lawmakers.changed.length).toBeGreaterThan(0);
    expect((await findStoredFacts(connection.db, 119))?.facts).toEqual(shipped);

    await syncCongress(connection.db, { ...options, isDryRun: false }, now());
    const stored = await findStoredFacts(connection.db, 119);
    expect(stored?.facts.lawmakers.find(({ bioguide }) => bioguide === pelosi)?.phone).toBe("202-225-0000");
    expect(stored?.facts.zipShares).toEqual(shipped.zipShares);

    const again = await syncCongress(connection.db, { ...options, isDryRun: false }, now());
    expect(isDifferent(again.difference)).toBe(false);
  }),
);

test(
  "a sync that fails changes nothing",
  withDatabase(async (connection, { now }) => {
    const from = await folderWith({ "legislators-current.json": "<html>" });
    const sync = syncCongress(connection.db, { from, asOf: "2026-11-20", isDryRun: false }, now());

    await expect(sync).rejects.toMatchObject({ name: "FactsError" });
    expect((await findStoredFacts(connection.db, 119))?.facts).toEqual(shipped);
  }),
);

function moved(shape: DistrictShape): DistrictShape {
  const document = readShape(shape);
  return packShape({ ...document, translate: [document.translate[0] + 0.01, document.translate[1]] });
}

async function removeFacts(db: Database) {
  for (const table of [lawmakers, districts, zipDistricts, zipPrefixes, zipPlaces, districtShapes, congressFacts]) {
    await db.delete(table).where(eq(table.congress, 119));
  }
}
