import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readFacts } from "~db/congress/read-facts";
import { folderFiles } from "./folder-fixture";
import { shipped } from "./shipped";
import { folderWith } from "./upstream-fixture";

const noBase = { findBase: async () => null };
const files = folderFiles(shipped);
const { meta, members } = files["legislators.json"];

/** The members file with the first member changed. */
const withFirst = (changes: Record<string, unknown>) => ({
  meta,
  members: members.map((member, index) => (index === 0 ? { ...member, ...changes } : member)),
});

const broken: [what: string, name: string, content: unknown, message: RegExp][] = [
  [
    "a web page instead of the members",
    "legislators.json",
    "<!DOCTYPE html><p>Not found",
    /legislators\.json is a web page/,
  ],
  ["half a file", "legislators.json", '{"meta": {', /legislators\.json is not valid JSON/],
  ["an empty file", "zip-prefixes.csv", "\n", /zip-prefixes\.csv is empty/],
  ["a list of something else", "legislators.json", [1, 2], /legislators\.json: .*expected object/i],
  [
    "another day for the end",
    "legislators.json",
    { meta: { ...meta, valid_until: "2028-01-03T17:00:00Z" }, members },
    /does not end the 119th Congress/,
  ],
  ["an unknown state", "legislators.json", withFirst({ state: "XX" }), /lawmakers\[0\]\.state is not a state/],
  ["an unknown title", "legislators.json", withFirst({ title: "King" }), /members\[0\]\.title/],
  ["a day that does not exist", "legislators.json", withFirst({ term_end: "2026-02-30" }), /termEnd is not a day/],
  ["an id that is none", "legislators.json", withFirst({ bioguide: "../../etc" }), /is not a Bioguide id/],
  ["a member without a name", "legislators.json", withFirst({ official_full: " " }), /lawmakers\[0\]\.name/],
  [
    "no column for the weight",
    "zip-districts.csv",
    "zip,state,district,kind\n94110,CA,11,zcta\n",
    /zip-districts\.csv has no column weight/,
  ],
  [
    "a weight that is no number",
    "zip-districts.csv",
    "zip,state,district,weight,kind\n94110,CA,11,all,zcta\n",
    /zip-districts\.csv, line 2: weight is not a share/,
  ],
  [
    "four digits",
    "zip-districts.csv",
    "zip,state,district,weight,kind\n9411,CA,11,1,zcta\n",
    /zip-districts\.csv, line 2: zip is not five digits/,
  ],
  [
    "boundaries without districts",
    "districts-119-lite.topo.json",
    { objects: {} },
    /districts-119-lite\.topo\.json: objects\.districts/,
  ],
];

test.each(broken)("%s is refused in one sentence", async (_, name, content, message) => {
  const error = await readFacts(await folderWith({ ...files, [name]: content }), noBase).catch(
    (reason: unknown) => reason,
  );

  expect(error).toMatchObject({ name: "FactsError" });
  expect(String(error)).toMatch(message);
  expect(String(error)).not.toContain("\n");
});

test.each(["zip-districts.csv", "zip-prefixes.csv", "districts-119-lite.topo.json"])(
  "a folder without %s is refused",
  async (name) => {
    const folder = await folderWith(files);
    await rm(path.join(folder, name));

    await expect(readFacts(folder, noBase)).rejects.toThrow(`${folder} holds no ${name}.`);
  },
);

test("a folder without facts is refused", async () => {
  await expect(readFacts("/nowhere", noBase)).rejects.toThrow(/\/nowhere holds no facts/);
});

test("a link to anywhere but the government is left out and told", async () => {
  const hostile = [
    "javascript:alert(1)",
    "https://house.gov.example.com/",
    "hhttps://fine.house.gov/",
    "https://user:pass@x.house.gov/",
  ];
  for (const link of hostile) {
    const { facts, remarks } = await readFacts(
      await folderWith({ ...files, "legislators.json": withFirst({ contact_form: link }) }),
      noBase,
    );

    expect(facts.lawmakers[0], link).toMatchObject({ contactForm: null, contactFormAsOf: null });
    expect(remarks, link).toHaveLength(1);
  }
});

test("an old http link is raised to https, and a phone number is written in one way", async () => {
  const first = withFirst({ contact_form: "http://aderholt.house.gov/contact", phone: "(202) 225.4876" });
  const { facts } = await readFacts(await folderWith({ ...files, "legislators.json": first }), noBase);

  expect(facts.lawmakers[0]).toMatchObject({
    contactForm: "https://aderholt.house.gov/contact",
    phone: "202-225-4876",
  });
});

test("control characters do not get into a name", async () => {
  const { facts } = await readFacts(
    await folderWith({ ...files, "legislators.json": withFirst({ official_full: "Ada\n\u0007 Lovelace\u2028" }) }),
    noBase,
  );

  expect(facts.lawmakers[0]?.name).toBe("Ada Lovelace");
});
