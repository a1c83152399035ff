import { expect, test } from "vitest";
import { answerLawmakers } from "~/domain/lawmakers/lawmakers-answer";
import { end, index, now } from "./index-of-tests";

const byZip = (zip: string, at = now) => answerLawmakers(index, { zip, district: null }, at);
const byDistrict = (district: string) => answerLawmakers(index, { zip: null, district }, now);

/** `senate CA`, `house CA-11`, in the order given. */
function offices(answer: ReturnType<typeof byZip>): string[] {
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  return answer.body.lawmakers.map(({ chamber, state, district }) =>
    chamber === "senate" ? `senate ${state}` : `house ${state}-${district}`,
  );
}

function errorCode(answer: ReturnType<typeof byZip>): string | null {
  return answer.status === 200 ? null : answer.body.error.code;
}

test("a ZIP code answers with its districts and lawmakers, exactly as the contract says", () => {
  expect(byZip("94110-1234")).toEqual({
    status: 200,
    body: {
      zip: "94110",
      districts: [{ state: "CA", district: 11, weight: 1 }],
      lawmakers: [
        {
          bioguide: "S001150",
          name: "Adam B. Schiff",
          party: "Democrat",
          chamber: "senate",
          state: "CA",
          district: null,
          phone: expect.stringMatching(/^202-224-\d{4}$/),
          contactForm: expect.stringMatching(/^https:/),
          website: "https://www.schiff.senate.gov",
        },
        expect.objectContaining({ bioguide: "P000145", chamber: "senate", district: null }),
        expect.objectContaining({ bioguide: "P000197", chamber: "house", state: "CA", district: 11 }),
      ],
      asOf: "2026-06-15",
    },
  });
});

test.each([
  ["02139", ["senate MA", "senate MA", "house MA-7", "house MA-5"]],
  ["42223", ["senate TN", "senate TN", "senate KY", "senate KY", "house TN-7", "house KY-1"]],
  ["20001", ["house DC-0"]],
  ["00901", ["house PR-0"]],
  ["00936", ["house PR-0"]],
  ["96799", ["house AS-0"]],
  ["96950", ["house MP-0"]],
  ["99501", ["senate AK", "senate AK", "house AK-0"]],
])("%s answers with %j", (zip, expected) => {
  expect(offices(byZip(zip))).toEqual(expected);
});

test("a ZIP code over three states answers with the senators of all", () => {
  expect(offices(byZip("57717"))).toHaveLength(9);
});

test("military mail is a ZIP code without a district", () => {
  expect(byZip("09001")).toEqual({
    status: 200,
    body: { zip: "09001", districts: [], lawmakers: [], asOf: "2026-06-15", note: "military" },
  });
});

test.each(["00000", "99999", "96941"])("%s is not found", (zip) => {
  const answer = byZip(zip);
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ error: { code: "zip-not-found", message: expect.stringContaining(zip) } });
});

test.each(["", "1234", "123456", "abcde", "94110-", "<script>"])("%j is refused as a ZIP code", (zip) => {
  expect([byZip(zip).status, errorCode(byZip(zip))]).toEqual([400, "invalid-zip"]);
});

test("a district answers like a ZIP code that lies in it alone", () => {
  const answer = byDistrict("ca-11");
  expect(answer).toMatchObject({
    status: 200,
    body: { zip: null, districts: [{ state: "CA", district: 11, weight: 1 }] },
  });
  expect(offices(answer)).toEqual(["senate CA", "senate CA", "house CA-11"]);
  expect(offices(byDistrict("AK-AL"))).toEqual(["senate AK", "senate AK", "house AK-0"]);
  expect(offices(byDistrict("PR-0"))).toEqual(["house PR-0"]);
});

test("a vacant seat answers with the senators", () => {
  expect(offices(byDistrict("CA-14"))).toEqual(["senate CA", "senate CA"]);
});

test.each([
  ["CA-53", 404, "district-not-found"],
  ["XX-1", 404, "district-not-found"],
  ["CA", 400, "invalid-district"],
  ["", 400, "invalid-district"],
])("the district %j is refused with %i", (district, status, code) => {
  expect([byDistrict(district).status, errorCode(byDistrict(district))]).toEqual([status, code]);
});

test.each([
  [null, null],
  ["94110", "CA-11"],
])("neither or both of zip and district are refused", (zip, district) => {
  const answer = answerLawmakers(index, { zip, district }, now);
  expect([answer.status, errorCode(answer)]).toEqual([400, "zip-or-district"]);
});

test("what is not known of a member is null", () => {
  const answer = byDistrict("CA-1");
  expect(answer).toMatchObject({
    body: { lawmakers: { 2: { bioguide: "G000607", phone: null, contactForm: null, website: null } } },
  });
});

test("after the last day of the Congress nothing is answered from its facts", () => {
  expect([byZip("94110", end).status, errorCode(byZip("94110", end))]).toEqual([503, "facts-expired"]);
  expect(byZip("9411", end).status).toBe(400);
  expect(errorCode(answerLawmakers([], { zip: "94110", district: null }, now))).toBe("facts-missing");
});

test("an answer takes less than a millisecond at the median", () => {
  const zips = ["94110", "02139", "57717", "09001", "99999", "00901"];
  const times = Array.from({ length: 600 }, (_, run) => {
    const start = performance.now();
    byZip(zips[run % zips.length] ?? "");
    return performance.now() - start;
  });
  expect(times.toSorted((a, b) => a - b)[300]).toBeLessThan(1);
});
