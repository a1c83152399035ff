import { utimes } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { compareFacts } from "~db/congress/compare-facts";
import { describeDifference } from "~db/congress/describe-difference";
import { readFacts } from "~db/congress/read-facts";
import { lawmakersWith, shipped, shippedMember } from "./shipped";
import { folderWith, upstreamMembers, upstreamOffices } from "./upstream-fixture";

const base = { asOf: "2026-11-20", findBase: async (congress: number) => (congress === 119 ? shipped : null) };
const current = upstreamMembers(shipped.lawmakers);
const offices = upstreamOffices(shipped.lawmakers);
const pelosi = "P000197";

test("the public list of members, as JSON or as YAML, gives the members that were put into it", async () => {
  for (const files of [
    { "legislators-current.json": current, "legislators-district-offices.json": offices },
    { "legislators-current.yaml": stringify(current), "legislators-district-offices.yaml": stringify(offices) },
  ]) {
    const { facts, remarks } = await readFacts(await folderWith(files), base);

    const dated = shipped.lawmakers.map((lawmaker) => ({
      ...lawmaker,
      contactFormAsOf: lawmaker.contactForm === null ? lawmaker.contactFormAsOf : "2026-11-20",
    }));
    expect(facts.lawmakers).toEqual(dated);
    expect(facts.asOf).toBe("2026-11-20");
    expect(facts.zipShares).toEqual(shipped.zipShares);
    expect(facts.districts).toEqual(shipped.districts);
    expect(remarks).toEqual([]);
  }
}, 30_000);

test("offices and forms that the list does not tell of stay as they were", async () => {
  const withoutForms = upstreamMembers(shipped.lawmakers.map((lawmaker) => ({ ...lawmaker, contactForm: null })));
  const { facts } = await readFacts(await folderWith({ "legislators-current.json": withoutForms }), base);

  expect(facts.lawmakers).toEqual(shipped.lawmakers);
});

test("the difference names who came, who left and what changed", async () => {
  const lawmakers = lawmakersWith(pelosi, { party: "Independent", phone: "202-225-0000" })
    .filter(({ bioguide }) => bioguide !== "A000055")
    .concat({ ...shippedMember("A000055"), bioguide: "X000001", name: "Xavier Xample", district: 14, state: "CA" });
  const { facts } = await readFacts(await folderWith({ "legislators-current.json": upstreamMembers(lawmakers) }), base);
  const lines = describeDifference(compareFacts(shipped, facts)).join("\n");

  expect(lines).toContain("119th Congress, facts of 2026-06-15 -> 2026-11-20");
  expect(lines).toContain("Came: 1\n    Xavier Xample (Republican, CA-14) X000001");
  expect(lines).toContain("Left: 1\n    Robert B. Aderholt (Republican, AL-4) A000055");
  expect(lines).toContain("Seats that fell vacant: 1\n    AL-4");
  expect(lines).toContain("Seats that were filled: 1\n    CA-14");
  expect(lines).toMatch(/Changed party: 1\n {4}Nancy Pelosi .*: Democrat -> Independent/);
  expect(lines).toMatch(/Changed phone: 1\n {4}Nancy Pelosi .*: 202-225-4965 -> 202-225-0000/);
  expect(lines).toContain("ZIP codes: unchanged");
  expect(lines).toContain("vacant: AL-4, FL-20, GA-13, TX-23");
});

test("members who left are dropped, but a senator without a successor stays", async () => {
  const moody = shipped.lawmakers.find(({ name }) => name === "Ashley Moody");
  const husted = shipped.lawmakers.find(({ name }) => name === "Jon Husted");
  if (moody === undefined || husted === undefined) throw new Error("the snapshot has changed");
  const successor = {
    ...husted,
    bioguide: "X000001",
    name: "Xavier Xample",
    termStart: "2026-11-18",
    termEnd: "2029-01-03",
  };
  const lawmakers = [...lawmakersWith(pelosi, { termEnd: "2026-10-01" }), successor];
  const { facts, remarks } = await readFacts(
    await folderWith({ "legislators-current.json": upstreamMembers(lawmakers) }),
    base,
  );
  const ids = facts.lawmakers.map(({ bioguide }) => bioguide);

  expect(ids).toContain(moody.bioguide);
  expect(ids).toContain("X000001");
  expect(ids).not.toContain(husted.bioguide);
  expect(ids).not.toContain(pelosi);
  expect(remarks).toHaveLength(2);
});

test("without a name in full, it is put together", async () => {
  const [first, ...others] = current;
  const name = { first: "Ada", middle: "B.", last: "Example", suffix: "Jr." };
  const { facts } = await readFacts(
    await folderWith({ "legislators-current.json": [{ ...first, name }, ...others] }),
    base,
  );

  expect(facts.lawmakers[0]?.name).toBe("Ada B. Example, Jr.");
});

test("the day is the file's own when none is given", async () => {
  const folder = await folderWith({ "legislators-current.json": current });
  await utimes(path.join(folder, "legislators-current.json"), new Date(), new Date("2026-10-02T08:00:00Z"));
  const { facts } = await readFacts(folder, { ...base, asOf: undefined });

  expect(facts.asOf).toBe("2026-10-02");
});

test("the list of a Congress whose districts are not here is refused", async () => {
  const next = upstreamMembers(
    shipped.lawmakers.map((lawmaker) => ({ ...lawmaker, termStart: "2027-01-03", termEnd: "2029-01-03" })),
  );
  const folder = await folderWith({ "legislators-current.json": next });

  await expect(readFacts(folder, base)).rejects.toThrow(
    /120th Congress, whose districts and ZIP codes are not here yet/,
  );
});

test("a list that tells of no Congress is refused", async () => {
  await expect(readFacts(await folderWith({ "legislators-current.json": [] }), base)).rejects.toThrow(
    /do not tell which Congress/,
  );
  await expect(readFacts(await folderWith({ "legislators-current.yaml": "a: [b" }), base)).rejects.toThrow(
    /not valid YAML/,
  );
});

test("a web address serves as well as a folder", async () => {
  const day = "Fri, 20 Nov 2026 10:00:00 GMT";
  await withServer(
    {
      "/data/legislators-current.json": {
        status: 200,
        body: JSON.stringify(current),
        headers: { "last-modified": day },
      },
    },
    async (origin) => {
      const { facts } = await readFacts(`${origin}/data`, { ...base, asOf: undefined });
      expect(facts.asOf).toBe("2026-11-20");
      expect(facts.lawmakers).toHaveLength(537);
    },
  );
});

test("an address that fails is refused in one sentence", async () => {
  const page = { status: 200, body: "<!doctype html><title>Sign in</title>", headers: {} };
  await withServer(
    { "/html/legislators-current.json": page, "/away/meta.json": { status: 503, body: "", headers: {} } },
    async (origin) => {
      await expect(readFacts(`${origin}/html`, base)).rejects.toThrow(
        "legislators-current.json is a web page, not data.",
      );
      await expect(readFacts(`${origin}/away`, base)).rejects.toThrow(/answers with status 503/);
      await expect(readFacts(`${origin}/nothing`, base)).rejects.toThrow(/holds no facts/);
    },
  );
  await expect(readFacts("http://127.0.0.1:9/", base)).rejects.toThrow(/can't be reached/);
});

interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

async function withServer(answers: Record<string, Answer>, story: (origin: string) => Promise<void>) {
  const server = createServer((request, response) => {
    const { status, body, headers } = answers[request.url ?? ""] ?? { status: 404, body: "", headers: {} };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    await story(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
