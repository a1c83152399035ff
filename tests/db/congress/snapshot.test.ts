import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { checkFacts } from "~db/congress/check-facts";
import { countFacts, vacantSeats } from "~db/congress/count-facts";
import { districtName } from "~db/congress/district-name";
import { openFactsFiles } from "~db/congress/facts-files";
import { readFacts } from "~db/congress/read-facts";
import { readSnapshot } from "~db/congress/read-snapshot";
import { snapshotFolder } from "~db/congress/shipped-snapshots";
import { renderSnapshot } from "~db/congress/write-snapshot";
import { folderFiles } from "./folder-fixture";
import { shipped, shippedMember } from "./shipped";
import { folderWith } from "./upstream-fixture";

test("the snapshot holds the whole Congress", () => {
  expect(countFacts(shipped)).toEqual({
    senators: 100,
    houseMembers: 437,
    districts: 441,
    vacantSeats: 4,
    zips: 41_635,
    zipShares: 53_371,
    zipPrefixes: 931,
    zipPlaces: 40_977,
    shapes: 112,
  });
  expect(shipped.lawmakers.filter(({ isVoting }) => !isVoting)).toHaveLength(6);
  expect(vacantSeats(shipped).map(districtName)).toEqual(["CA-14", "FL-20", "GA-13", "TX-23"]);
  expect(() => checkFacts(shipped, "2026-11-23")).not.toThrow();
});

test("the snapshot says when it holds, where it comes from and what its licence asks for", () => {
  expect(shipped.validFrom.toISOString()).toBe("2025-01-03T17:00:00.000Z");
  expect(shipped.validUntil.toISOString()).toBe("2027-01-03T17:00:00.000Z");
  expect(shipped.asOf).toBe("2026-06-15");
  expect(shipped.source).toContain("unitedstates/congress-legislators");
  expect(shipped.attribution).toBe("Contains GeoNames postal code data, CC BY 4.0");
});

test("the snapshot names who sits on the committees to which a privacy law goes", () => {
  const members = (code: string) =>
    shipped.lawmakers.filter(({ committees }) => committees.some((seat) => seat.code === code)).length;
  expect(["HSIF", "HSJU", "SSCM", "SSJU"].map(members)).toEqual([54, 43, 28, 22]);
  expect(shipped.source).toContain("Committee seats: the same, autumn 2025.");
});

test("what is not known of a member stays unknown", () => {
  expect(shippedMember("G000607")).toMatchObject({ phone: null, address: null, website: null, contactForm: null });
});

test("every link of a member leads to the government, by https", () => {
  const links = shipped.lawmakers.flatMap(({ website, contactForm }) => [website, contactForm]);
  const elsewhere = links.filter(
    (link) => link !== null && !/^https:\/\/[a-z0-9.-]+\.(house|senate)\.gov(\/|$|\?)/i.test(link),
  );

  expect(elsewhere).toEqual([]);
});

test("the snapshot is what the importer makes of what it reads there", async () => {
  for (const [name, text] of Object.entries(renderSnapshot(shipped))) {
    expect(await readFile(path.join(snapshotFolder(119), name), "utf8"), name).toBe(text);
  }
});

test("the snapshot is small enough to carry", () => {
  const bytes = Object.values(renderSnapshot(shipped)).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(4_300_000);
});

test("the full folder format gives the same facts", async () => {
  const { facts, remarks } = await readFacts(await folderWith(folderFiles(shipped)), { findBase: async () => shipped });

  expect(facts).toEqual(shipped);
  expect(remarks).toEqual([]);
});

test("a snapshot with a part changed by hand is refused", async () => {
  const files = renderSnapshot(shipped);
  const folder = await folderWith({ ...files, "districts.csv": files["districts.csv"].replace("AK-0", "AK-1") });

  await expect(readSnapshot(openFactsFiles(folder))).rejects.toThrow(
    "districts.csv does not match its checksum in meta.json.",
  );
});
