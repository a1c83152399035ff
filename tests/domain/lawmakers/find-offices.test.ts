import { expect, test } from "vitest";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { findLastingSenators, findOffices } from "~/domain/lawmakers/find-offices";
import { isTermOver } from "~/domain/lawmakers/lawmaker";
import { end, facts, index, now, shippedFacts } from "./index-of-tests";

test("a district has two senators and one representative", () => {
  const offices = findOffices(facts, { state: "CA", district: 11 });

  expect(offices?.senators.map(({ name }) => name)).toEqual(["Adam B. Schiff", "Alex Padilla"]);
  expect(offices?.house).toMatchObject({ kind: "district", vacant: false, lawmaker: { name: "Nancy Pelosi" } });
});

test.each(["AK", "DE", "ND", "SD", "VT", "WY"])("%s has one representative for the whole state", (state) => {
  const offices = findOffices(facts, { state, district: 0 });
  expect(offices?.senators).toHaveLength(2);
  expect(offices?.house).toMatchObject({ kind: "at_large", vacant: false, lawmaker: { title: "representative" } });
});

test.each([
  ["DC", "delegate"],
  ["GU", "delegate"],
  ["VI", "delegate"],
  ["AS", "delegate"],
  ["MP", "delegate"],
  ["PR", "resident_commissioner"],
])("%s has one %s without a vote, and no senators", (state, title) => {
  const offices = findOffices(facts, { state, district: 0 });
  expect(offices?.senators).toEqual([]);
  expect(offices?.house).toMatchObject({ kind: title, vacant: false, lawmaker: { title, isVoting: false } });
});

test.each([
  ["CA", 14],
  ["FL", 20],
  ["GA", 13],
  ["TX", 23],
])("the seat of %s-%i is vacant, and its senators are there", (state, district) => {
  const offices = findOffices(facts, { state, district });
  expect(offices?.house).toMatchObject({ vacant: true, lawmaker: null });
  expect(offices?.senators).toHaveLength(2);
});

test("a state whose senators are missing is still a state with senators", () => {
  const lawmakers = shippedFacts.lawmakers.filter(({ chamber, state }) => chamber === "house" || state !== "OH");
  const withoutOhio = indexCongress({ ...shippedFacts, lawmakers });

  expect(withoutOhio.senators.get("OH")).toEqual([]);
  expect(withoutOhio.senators.has("DC")).toBe(false);
});

test("without a district only the senators are sure", () => {
  expect(findOffices(facts, { state: "MA", district: null })).toMatchObject({ house: null, senators: { length: 2 } });
});

test.each([
  ["CA", 53],
  ["CA", 0],
  ["AK", 1],
  ["XX", 1],
  ["XX", null],
  ["AE", -1],
])("there is no %s-%s", (state, district) => {
  expect(findOffices(facts, { state, district })).toBeNull();
});

test("facts are in force from noon Eastern to noon Eastern", () => {
  expect(factsInForce(index, now).status).toBe("inForce");
  expect(factsInForce(index, new Date(end.getTime() - 1)).status).toBe("inForce");
  expect(factsInForce(index, end).status).toBe("expired");
  expect(factsInForce(index, new Date("2025-01-03T16:59:59Z")).status).toBe("missing");
  expect(factsInForce([], now).status).toBe("missing");
});

test("at the change of Congresses the next set takes over by itself", () => {
  const next = indexCongress({
    ...shippedFacts,
    congress: 120,
    validFrom: end,
    validUntil: new Date("2029-01-03T17:00:00Z"),
  });

  for (const sets of [
    [facts, next],
    [next, facts],
  ]) {
    expect(factsInForce(sets, new Date(end.getTime() - 1))).toMatchObject({ facts: { origin: { congress: 119 } } });
    expect(factsInForce(sets, end)).toMatchObject({ status: "inForce", facts: { origin: { congress: 120 } } });
  }
});

test("when the Congress has ended, the senators whose terms run on are still right", () => {
  // Alaska: Sullivan's term ends on that day, Murkowski's runs to 2029.
  expect(findLastingSenators(facts, "AK", end).map(({ name }) => name)).toEqual(["Lisa Murkowski"]);
  expect(findLastingSenators(facts, "CA", end)).toHaveLength(2);
  expect(findLastingSenators(facts, "PR", end)).toEqual([]);
});

test("an appointed senator is still listed after the special election, with a term that is over", () => {
  const florida = findOffices(facts, { state: "FL", district: null });
  const over = florida?.senators.filter((senator) => isTermOver(senator, now)).map(({ name }) => name);

  expect(florida?.senators).toHaveLength(2);
  expect(over).toEqual(["Ashley Moody"]);
});
