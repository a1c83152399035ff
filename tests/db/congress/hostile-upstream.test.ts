import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { checkFacts } from "~db/congress/check-facts";
import { FactsError } from "~db/congress/facts-error";
import { readFacts } from "~db/congress/read-facts";
import { censusCrosswalk } from "./census-fixture";
import { shipped } from "./shipped";
import { folderWith, upstreamMembers } from "./upstream-fixture";
import { crosswalkFiles, nextCongress, upstreamSet, withCommittees } from "./upstream-set";

const known = withCommittees(shipped);
const next = nextCongress(known);
const files = upstreamSet(known);
const members = upstreamMembers(known.lawmakers);
const memberFile = JSON.stringify(members);
const membership = files["committee-membership-current.json"];
const base = {
  asOf: "2026-11-20",
  findBase: async (congress: number) => (congress === 119 ? known : null),
};

/** Reads and checks as an import does. */
async function takeIn(changed: Record<string, unknown>) {
  const { facts } = await readFacts(await folderWith(without(undefined, { ...files, ...changed })), base);
  checkFacts(facts, "2026-11-23");
  return facts;
}

const withMember = (changes: object) => [{ ...members[0], ...changes }, ...members.slice(1)];
const termOf = (changes: object) => ({ terms: [{ ...members[0]?.terms.at(-1), ...changes }] });
const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"]
  .concat(..."bcdefgh".split("").map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`)}]`))
  .join("\n");

const hostile: [what: string, changed: Record<string, unknown>, message: RegExp][] = [
  ["a list cut in the middle", { "legislators-current.json": memberFile.slice(0, -40) }, /is not valid JSON/],
  ["nothing", { "legislators-current.json": "" }, /legislators-current\.json is empty/],
  ["a page", { "legislators-district-offices.json": " <!DOCTYPE html><p>404" }, /is a web page, not data/],
  ["bytes that are no text", { "legislators-current.json": "\xff\xfe" }, /is not valid JSON|not text in UTF-8/],
  ["two members in one seat", { "legislators-current.json": twoInOneSeat() }, /sit in one seat/],
  ["a member twice", { "legislators-current.json": [...members, members[0]] }, /is listed twice/],
  ["an unknown state", { "legislators-current.json": withMember(termOf({ state: "ZZ" })) }, /state is not a state/],
  ["a district in words", { "legislators-current.json": withMember(termOf({ district: "first" })) }, /terms.*district/],
  ["a member without terms", { "legislators-current.json": withMember({ terms: [] }) }, /terms/],
  [
    "a name of control characters",
    { "legislators-current.json": withMember({ name: { first: "", last: "\u0007" } }) },
    /name/,
  ],
  ["a committee nobody named", { "committees-current.json": [] }, /names HSIF, which committees-current does not know/],
  [
    "no names of committees",
    { "committees-current.json": undefined },
    /holds a committee-membership-current, but no committees-current/,
  ],
  [
    "the committees of another Congress",
    { "committee-membership-current.json": { HSIF: [{ name: "A", bioguide: "X000001" }] } },
    /gives 1 of 1 seats to people who are not in the list of members/,
  ],
  [
    "a member twice on a committee",
    {
      "committee-membership-current.json": {
        ...Object(membership),
        HSJU: Array(2).fill({ name: "A", bioguide: "P000197" }),
      },
    },
    /lists P000197 twice in HSJU/,
  ],
  [
    "columns in another place",
    { "zip-districts.csv": "zip,state,district,weight,kind\nCA,94110,11,1,zcta\n" },
    /zip is not five digits/,
  ],
  [
    "a crosswalk cut in a line",
    { "zip-districts.csv": "zip,state,district,weight,kind\n94110,CA,11,1,zcta" },
    /is cut off/,
  ],
  ["a crosswalk of nothing", { "zip-districts.csv": "\n" }, /zip-districts\.csv is empty/],
  ["a crosswalk without a state", { "zip-districts.csv": withoutState("WY") }, /WY has no district/],
  [
    "a crosswalk of other columns",
    {
      "tab20_cd11920_zcta520_natl.txt": "GEOID_CD118_20|GEOID_ZCTA5_20|AREALAND_PART|AREAWATER_PART\n0601|94110|1|1\n",
    },
    /has no column GEOID_CD119_20/,
  ],
  [
    "a crosswalk with a state that is none",
    {
      "tab20_cd11920_zcta520_natl.txt": "GEOID_CD119_20|GEOID_ZCTA5_20|AREALAND_PART|AREAWATER_PART\n9901|94110|1|1\n",
    },
    /9901 lies in no known state/,
  ],
];

test.each(hostile)("%s: refused in one sentence", async (_, changed, message) => {
  const taken = takeIn(changed);
  await expect(taken).rejects.toThrow(message);
  await expect(taken).rejects.toBeInstanceOf(FactsError);
});

test.each([
  ["a bomb of aliases", bomb],
  ["an alias at all", "- &a {id: {bioguide: A000055}}\n- *a"],
  ["a key twice", "- id: 1\n  id: 2"],
  ["brackets without end", "[".repeat(50_000)],
  ["a tag that makes things", "!!js/function 'x'"],
])("%s in YAML: refused in one sentence", async (_, text) => {
  const folder = await folderWith({ "legislators-current.yaml": text });
  const taken = readFacts(folder, base);
  await expect(taken).rejects.toBeInstanceOf(FactsError);
  await expect(taken).rejects.toThrow(/legislators-current\.yaml/);
});

test("a giant is not read", async () => {
  const folder = await folderWith({ "legislators-current.yaml": `- a\n${"#".repeat(9 * 1024 * 1024)}` });
  await expect(readFacts(folder, base)).rejects.toThrow(/too large for YAML/);
  await writeFile(path.join(folder, "legislators-current.json"), Buffer.alloc(65 * 1024 * 1024, " "));
  await expect(readFacts(folder, base)).rejects.toThrow(/larger than 64 MB/);
});

test("a byte order mark and the line ends of Windows do no harm", async () => {
  const windows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const csv = Object.fromEntries(
    Object.entries(crosswalkFiles(known, "-119")).map(([name, text]) => [name, windows(text)]),
  );
  const facts = await takeIn({ ...csv, "legislators-current.json": windows(JSON.stringify(members, null, 1)) });
  expect(facts.zipShares).toEqual(known.zipShares);

  const yaml = windows(stringify(members.slice(0, 3)));
  await expect(readFacts(await folderWith({ "legislators-current.yaml": yaml }), base)).rejects.toThrow(
    /do not tell which Congress/,
  );
});

test("the crosswalk of another Congress does not give its lines to this one", async () => {
  expect((await takeIn({ ...crosswalkFiles(next, "-120"), ...censusCrosswalk(next) })).zipShares).toEqual(
    known.zipShares,
  );
});

test("wherever a file is cut, it is refused or tells less, and nothing breaks", async () => {
  const [name, text] = ["committee-membership-current.json", JSON.stringify(membership)];
  for (let part = 1; part < 12; part++) {
    const cut = text.slice(0, Math.floor((text.length * part) / 12));
    await expect(takeIn({ [name]: cut }), `${part}/12`).rejects.toBeInstanceOf(FactsError);
  }
});

function without(value: unknown, of: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).filter(([, content]) => content !== value));
}

function twoInOneSeat() {
  const [first, second] = members.filter(({ terms }) => terms.at(-1)?.type === "rep");
  return members.map((member) => (member === second ? { ...member, terms: first?.terms } : member));
}

function withoutState(state: string): string {
  const { "zip-districts.csv": csv = "" } = crosswalkFiles(known, "");
  return csv
    .split("\n")
    .filter((line) => !line.includes(`,${state},`))
    .join("\n");
}
