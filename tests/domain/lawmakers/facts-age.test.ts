import { expect, test } from "vitest";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { isSyncDue, listFactsAges } from "~/domain/lawmakers/facts-age";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { findLastingSenators } from "~/domain/lawmakers/find-offices";
import { congressDates } from "~db/congress/congress-dates";
import { shipped } from "../../db/congress/shipped";
import { nextCongress } from "../../db/congress/upstream-set";

const of = (congress: number, asOf: string) => ({ congress, asOf, ...congressDates(congress) });
const at = (moment: string) => new Date(moment);

test("fresh facts of the Congress that sits need no care", () => {
  expect(listFactsAges([of(119, "2026-10-10")], at("2026-11-23T12:00:00Z"))).toEqual([
    { congress: 119, asOf: "2026-10-10", ageDays: 44, validUntil: "2027-01-03T17:00:00.000Z", state: "inForce" },
  ]);
});

test.each([
  ["2026-11-24T23:59:59Z", undefined],
  ["2026-11-25T00:00:00Z", "The facts of the 119th Congress are 46 days old."],
  ["2026-12-04T17:00:00Z", "The 119th Congress ends in 30 days, and the facts of the 120th are not here."],
  ["2027-01-03T16:59:59Z", "The 119th Congress ends in 1 days, and the facts of the 120th are not here."],
  ["2027-01-03T17:00:00Z", "The 119th Congress has ended, and the facts of the 120th are not here."],
])("of facts of 10 October it is said at %s: %s", (now, warning) => {
  expect(listFactsAges([of(119, "2026-10-10")], at(now))[0]?.warning).toBe(warning);
});

test("with the next Congress's facts at hand the end of this one is no worry, before and after it", () => {
  const both = [of(120, "2026-12-20"), of(119, "2026-12-20")];
  const told = (now: string) =>
    listFactsAges(both, at(now)).map(({ congress, state, warning }) => [congress, state, warning]);

  expect(told("2027-01-03T16:59:59Z")).toEqual([
    [119, "inForce", undefined],
    [120, "coming", undefined],
  ]);
  expect(told("2027-01-03T17:00:00Z")).toEqual([
    [119, "expired", undefined],
    [120, "inForce", undefined],
  ]);
});

test.each([
  [[of(119, "2026-11-20")], "2026-11-23T12:00:00Z", false],
  [[of(119, "2026-10-20")], "2026-11-23T12:00:00Z", true],
  [[], "2026-11-23T12:00:00Z", true],
  [[of(119, "2026-12-20")], "2026-12-24T12:00:00Z", true],
  [[of(119, "2026-12-20"), of(120, "2026-12-20")], "2026-12-24T12:00:00Z", false],
  [[of(119, "2027-01-02")], "2027-01-04T12:00:00Z", true],
  [[of(119, "2026-01-01"), of(120, "2027-01-20")], "2027-02-04T12:00:00Z", false],
])("facts %#: a sync is due: %s %s", (origins, now, isDue) => {
  expect(isSyncDue(origins, at(now))).toBe(isDue);
});

test("the two Congresses change over at noon Eastern on 3 January, to the second", () => {
  const index = [indexCongress(shipped), indexCongress(nextCongress())];
  const districtOf = (now: string) => {
    const found = factsInForce(index, at(now));
    if (found.status !== "inForce") throw new Error(found.status);
    return [found.facts.origin.congress, found.facts.sharesOf("76901").map(({ seat }) => seat?.district)];
  };

  expect(districtOf("2027-01-03T16:59:59Z")).toEqual([119, [11]]);
  expect(districtOf("2027-01-03T17:00:00Z")).toEqual([120, [10]]);
});

test("without the next facts the old ones end at the same second, but for senators whose terms run on", () => {
  const index = [indexCongress(shipped)];
  expect(factsInForce(index, at("2027-01-03T16:59:59Z")).status).toBe("inForce");
  const after = factsInForce(index, at("2027-01-03T17:00:00Z"));
  expect(after.status).toBe("expired");
  if (after.status === "missing") throw new Error(after.status);
  const lasting = findLastingSenators(after.facts, "TX", at("2027-01-03T17:00:00Z"));
  expect(lasting.map(({ termEnd }) => termEnd)).toEqual(["2031-01-03"]);
});
