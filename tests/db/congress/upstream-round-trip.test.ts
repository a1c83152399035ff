import { expect, test } from "vitest";
import { stringify } from "yaml";
import { checkFacts } from "~db/congress/check-facts";
import { compareFacts } from "~db/congress/compare-facts";
import { countFacts } from "~db/congress/count-facts";
import type { CongressFacts } from "~db/congress/facts";
import { readFacts } from "~db/congress/read-facts";
import { summarizeDifference } from "~db/congress/summarize-difference";
import { censusCrosswalk } from "./census-fixture";
import { shipped } from "./shipped";
import { folderWith } from "./upstream-fixture";
import { crosswalkFiles, nextCongress, upstreamSet, withCommittees } from "./upstream-set";

const known = withCommittees(shipped);
const next = nextCongress(known);
const over = (...bases: CongressFacts[]) => ({
  findBase: async (congress: number) => bases.find((facts) => facts.congress === congress) ?? null,
});
const read = async (files: Record<string, unknown>, asOf: string, ...bases: CongressFacts[]) =>
  readFacts(await folderWith(files), { asOf, ...over(...bases) });

test("the whole list of all members, told by the source, is what was known, but for the source's name", async () => {
  const { facts, remarks } = await read(upstreamSet(known), known.asOf, known);

  expect(facts.lawmakers).toHaveLength(537);
  expect({ ...facts, source: known.source }).toEqual(known);
  expect(remarks).toEqual([]);
});

test("committees of no say over privacy law are left out", async () => {
  const { facts } = await read(upstreamSet(known), known.asOf, shipped);
  const codes = new Set(facts.lawmakers.flatMap(({ committees }) => committees.map(({ code }) => code)));

  expect([...codes].sort()).toEqual(["HSIF", "HSIF17", "HSJU", "HSJU17", "SSCM", "SSCM17", "SSJU", "SSJU17"]);
});

test("without lists of offices and committees, both stay as they were", async () => {
  const { "legislators-current.json": current } = upstreamSet(known);
  const { facts } = await read({ "legislators-current.json": current }, known.asOf, known);

  expect(facts.lawmakers).toEqual(known.lawmakers);
  expect(facts.source).toContain("Committee seats: the same, autumn 2025.");
});

test("the difference is told in numbers too: seats, parties, phones, offices, committees", async () => {
  const [gone, ...others] = known.lawmakers.filter(({ chamber }) => chamber === "house");
  const senators = known.lawmakers.filter(({ chamber }) => chamber === "senate");
  const changed = {
    ...known,
    lawmakers: [
      ...senators,
      ...others.map((member, index) =>
        index === 0
          ? { ...member, party: "Independent", phone: "202-225-0000", localOffices: [], committees: [] }
          : member,
      ),
    ],
  };
  const { facts } = await read(upstreamSet(changed), known.asOf, known);
  const summary = summarizeDifference(compareFacts(known, facts));

  expect(summary.left).toEqual([expect.stringContaining(gone?.bioguide ?? "")]);
  expect(summary.fellVacant).toEqual([`${gone?.state}-${gone?.district}`]);
  expect(summary.changed.map(({ what, members }) => [what, members.length])).toEqual([
    ["party", 1],
    ["phone", 1],
    ["offices at home", 1],
    ["committees", 1],
  ]);
});

test("the list of January is read with the crosswalk of its Congress, in our format", async () => {
  const files = { ...upstreamSet(next), ...crosswalkFiles(next, "-120") };
  const { facts } = await read(files, next.asOf, known);

  expect(facts).toMatchObject({ congress: 120, validFrom: next.validFrom, validUntil: next.validUntil });
  expect(facts.districts).toEqual(next.districts);
  expect(facts.zipShares).toEqual(next.zipShares);
  expect(facts.lawmakers.map(({ committees }) => committees)).toEqual(
    next.lawmakers.map(({ committees }) => committees),
  );
  expect(() => checkFacts(facts, next.asOf)).not.toThrow();
});

test("the Census Bureau's crosswalk gives the same areas; post offices stay where the lines did", async () => {
  const files = { ...upstreamSet(next), ...censusCrosswalk(next) };
  const { facts } = await read(files, next.asOf, known);
  const kinds = (of: CongressFacts, kind: string) => of.zipShares.filter((share) => share.kind === kind);

  expect(facts.districts).toEqual(next.districts);
  expect(kinds(facts, "zcta").map(({ zip, state, district }) => [zip, state, district])).toEqual(
    kinds(next, "zcta").map(({ zip, state, district }) => [zip, state, district]),
  );
  expect(kinds(facts, "military")).toEqual(kinds(next, "military"));
  expect(kinds(facts, "point").filter(({ state }) => state === "TX")).toEqual([]);
  expect(kinds(facts, "point").filter(({ state }) => state !== "TX")).toEqual(
    kinds(known, "point").filter(({ state }) => state !== "TX"),
  );
  expect(countFacts(facts).zips).toBeGreaterThan(38_000);
  expect(() => checkFacts(facts, next.asOf)).not.toThrow();
});

test("a crosswalk that comes before its members waits, and one of no known Congress is not believed for the next", async () => {
  const early = await read({ ...upstreamSet(known), ...crosswalkFiles(next, "-120") }, known.asOf, known);
  expect(early.facts.zipShares).toEqual(known.zipShares);

  const unnamed = read({ ...upstreamSet(next), ...crosswalkFiles(next, "") }, next.asOf, known);
  await expect(unnamed).rejects.toThrow(/120th Congress, whose districts and ZIP codes are not here yet/);
});

test("in the first days of January members who leave and who come stand in one list", async () => {
  const retired = { ...upstreamMemberOf(known, "P000197"), id: { bioguide: "X000001" } };
  const files = { ...upstreamSet(next), ...crosswalkFiles(next, "-120") };
  const { "legislators-current.json": current, ...others } = files;
  const list = Array.isArray(current) ? [...current, retired] : [];
  const { facts, remarks } = await read({ "legislators-current.json": list, ...others }, next.asOf, known);

  expect(facts.congress).toBe(120);
  expect(facts.lawmakers).toHaveLength(537);
  expect(remarks).toEqual([expect.stringMatching(/X000001.*no term in the 120th Congress/)]);

  // The other way round: one who will come already stands in the list of those who sit.
  const coming = { ...upstreamMemberOf(next, "P000197"), id: { bioguide: "X000002" } };
  const { "legislators-current.json": old, ...rest } = upstreamSet(known);
  const before = await read(
    { "legislators-current.json": [...(Array.isArray(old) ? old : []), coming], ...rest },
    known.asOf,
    known,
  );
  expect(before.facts.congress).toBe(119);
  expect(before.facts.lawmakers).toEqual(known.lawmakers);
});

test("a list of a Congress that has ended is refused", async () => {
  await expect(read(upstreamSet(known), "2027-01-03", known)).rejects.toThrow(
    /119th Congress, which ended on 2027-01-03/,
  );
});

test("a set in YAML is read as one in JSON", async () => {
  const files = Object.fromEntries(
    Object.entries(upstreamSet(known)).map(([name, content]) => [
      name.replace(".json", ".yaml"),
      stringify(content, { aliasDuplicateObjects: false }),
    ]),
  );
  const { facts } = await read(files, known.asOf, known);

  expect(facts.lawmakers).toEqual(known.lawmakers);
}, 30_000);

function upstreamMemberOf(facts: CongressFacts, bioguide: string) {
  const member = facts.lawmakers.find((lawmaker) => lawmaker.bioguide === bioguide);
  return {
    id: { bioguide },
    name: { first: "Xavier", last: "Xample" },
    terms: [
      { type: "rep", start: member?.termStart, end: member?.termEnd, state: "CA", district: 11, party: "Democrat" },
    ],
  };
}
