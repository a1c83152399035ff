import { expect, test } from "vitest";
import { checkFacts } from "~db/congress/check-facts";
import type { CongressFacts, Lawmaker } from "~db/congress/facts";
import { lawmakersWith, shipped, shippedMember, shippedWith } from "./shipped";

const today = "2026-11-23";
/** Nancy Pelosi of CA-11. */
const pelosi = "P000197";
/** Dan Sullivan, a senator of Alaska in class 2. */
const sullivan = "S001198";

const withMember = (changes: Partial<Lawmaker>) =>
  shippedWith({
    lawmakers: [
      ...shipped.lawmakers,
      { ...shippedMember(pelosi), bioguide: "X000001", name: "Xavier Xample", ...changes },
    ],
  });
const withZip = (changes: Partial<CongressFacts["zipShares"][number]>) =>
  shippedWith({
    zipShares: [{ zip: "00001", state: "CA", district: 11, weight: 1, kind: "zcta", ...changes }, ...shipped.zipShares],
  });
const senator = { ...shippedMember(sullivan), bioguide: "X000001", name: "Xavier Xample" };

const unbelievable: [what: string, facts: CongressFacts, message: RegExp][] = [
  [
    "three senators in a state",
    shippedWith({ lawmakers: [...shipped.lawmakers, { ...senator, senateClass: 1 }] }),
    /AK has 3 senators/,
  ],
  [
    "two senators in one class",
    shippedWith({ lawmakers: [...shipped.lawmakers.filter(({ bioguide }) => bioguide !== "M001153"), senator] }),
    /sit in one seat, AK, class 2/,
  ],
  [
    "a senator of the District of Columbia",
    shippedWith({ lawmakers: lawmakersWith(sullivan, { state: "DC" }) }),
    /is a senator of DC, which has none/,
  ],
  [
    "a member in a district that is none",
    withMember({ district: 53 }),
    /Xavier Xample \(X000001\) sits in CA-53, which is not a district/,
  ],
  ["two members in one district", withMember({}), /sit in one seat, CA-11/],
  [
    "a member listed twice",
    shippedWith({ lawmakers: [...shipped.lawmakers, shippedMember(pelosi)] }),
    /is listed twice/,
  ],
  [
    "a House member without a district",
    shippedWith({ lawmakers: lawmakersWith(pelosi, { district: null }) }),
    /has no district/,
  ],
  [
    "a delegate who votes",
    shippedWith({ lawmakers: lawmakersWith("N000147", { isVoting: true }) }),
    /sits in DC-0, but is described as a voting delegate/,
  ],
  [
    "a term that ends before it begins",
    shippedWith({ lawmakers: lawmakersWith(pelosi, { termEnd: "2024-01-03" }) }),
    /ends before it begins/,
  ],
  [
    "a term of another Congress",
    shippedWith({ lawmakers: lawmakersWith(pelosi, { termStart: "2027-01-03", termEnd: "2029-01-03" }) }),
    /lies outside the 119th Congress/,
  ],
  ["half a Congress", shippedWith({ lawmakers: shipped.lawmakers.slice(0, 400) }), /Only 400 members are listed/],
  [
    "a district too few",
    shippedWith({ districts: shipped.districts.filter(({ state, district }) => state !== "CA" || district !== 52) }),
    /has 440 House seats instead of 441/,
  ],
  [
    "a hole in the numbers",
    shippedWith({ districts: shipped.districts.filter(({ state, district }) => state !== "CA" || district !== 3) }),
    /districts of CA are not numbered/,
  ],
  [
    "a state without a district",
    shippedWith({ districts: shipped.districts.filter(({ state }) => state !== "WY") }),
    /WY has no district/,
  ],
  ["a ZIP code whose shares do not sum to one", withZip({ weight: 0.5 }), /shares of ZIP 00001 sum to 0\.5000/],
  ["a ZIP code in no district", withZip({ district: 99 }), /ZIP 00001 lies in CA-99/],
  [
    "a ZIP code that names a district twice",
    shippedWith({ zipShares: [...shipped.zipShares, ...shipped.zipShares.slice(0, 1)] }),
    /twice/,
  ],
  ["military mail with a district", withZip({ kind: "military", state: "AE", district: 0 }), /ZIP 00001 lies in AE-0/],
  ["military mail in a state", withZip({ kind: "military", state: "CA", district: -1 }), /of kind military, but in CA/],
  [
    "a handful of ZIP codes",
    shippedWith({ zipShares: shipped.zipShares.slice(0, 4) }),
    /Only \d+ ZIP codes are listed/,
  ],
  ["facts from the future", shippedWith({ asOf: "2026-12-01" }), /yet to come/],
  [
    "the days of another Congress",
    shippedWith({ validUntil: new Date("2029-01-03T17:00:00Z") }),
    /sits from 2025-01-03 to 2027-01-03/,
  ],
];

test.each(unbelievable)("%s: not believed", (_, facts, message) => {
  expect(() => checkFacts(facts, today)).toThrow(message);
});

test("a vacant seat is believed, in the House as in the Senate", () => {
  const lawmakers = shipped.lawmakers.filter(({ bioguide }) => bioguide !== pelosi && bioguide !== sullivan);
  expect(() => checkFacts(shippedWith({ lawmakers }), today)).not.toThrow();
});

test("facts dated after the end of their Congress are not believed", () => {
  expect(() => checkFacts(shippedWith({ asOf: "2027-01-04" }), "2027-02-01")).toThrow(
    /when the 119th Congress had ended/,
  );
});
