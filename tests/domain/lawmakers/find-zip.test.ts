import { expect, test } from "vitest";
import { findZip } from "~/domain/lawmakers/find-zip";
import { locateZip } from "~/domain/lawmakers/locate-zip";
import { end, facts, index, now, shippedFacts } from "./index-of-tests";

const area = "area" as const;

test.each([
  ["94110", "a city in one district", "CA", 11],
  ["20001", "the District of Columbia", "DC", 0],
  ["00901", "Puerto Rico", "PR", 0],
  ["99501", "a state at large", "AK", 0],
  ["82001", "another state at large", "WY", 0],
  ["96799", "American Samoa", "AS", 0],
  ["96910", "Guam", "GU", 0],
  ["96950", "the Northern Mariana Islands", "MP", 0],
])("%s (%s) lies in one district", (zip, _, state, district) => {
  expect(findZip(facts, zip)).toMatchObject({ kind: "oneDistrict", choices: [{ state, district, weight: 1 }] });
  expect(locateZip(index, `${zip}-0001`, now)).toEqual({ state, district });
});

test.each([
  ["00600", "PR"],
  ["00936", "PR"],
  ["00801", "VI"],
  ["96999", "GU"],
])("%s is not listed, but all of %s has one delegate", (zip, state) => {
  expect(findZip(facts, zip)).toEqual({
    kind: "oneDistrict",
    choices: [{ state, district: 0, weight: 1 }],
    place: "unlisted",
    others: [],
  });
});

test("a ZIP code over two districts of a state gives both, the larger share of area first", () => {
  expect(findZip(facts, "02139")).toEqual({
    kind: "severalDistricts",
    state: "MA",
    choices: [
      { state: "MA", district: 7, weight: 0.8747 },
      { state: "MA", district: 5, weight: 0.1253 },
    ],
    place: area,
    others: [],
  });
  expect(locateZip(index, "02139", now)).toEqual({ state: "MA", district: null });
});

test("a ZIP code over two states gives both", () => {
  expect(findZip(facts, "42223")).toEqual({
    kind: "severalStates",
    states: ["TN", "KY"],
    choices: [
      { state: "TN", district: 7, weight: 0.5487 },
      { state: "KY", district: 1, weight: 0.4513 },
    ],
    place: area,
    others: [],
  });
  expect(locateZip(index, "42223", now)).toEqual({ state: null, district: null });
});

test("a ZIP code over three states gives all three", () => {
  expect(findZip(facts, "57717")).toMatchObject({ kind: "severalStates", states: ["SD", "WY", "MT"] });
});

test("a post office tells where the mail is, so its district is not taken for the voter's", () => {
  expect(findZip(facts, "00501")).toMatchObject({ kind: "severalDistricts", state: "NY", place: "postOffice" });
  expect(findZip(facts, "05501")).toMatchObject({ kind: "oneDistrict", place: "postOffice" });
  expect(locateZip(index, "05501", now)).toEqual({ state: "MA", district: null });
  expect(locateZip(index, "20500", now)).toEqual({ state: "DC", district: 0 });
});

test.each(["09001", "34002", "96201"])("%s is military mail", (zip) => {
  expect(findZip(facts, zip)).toEqual({ kind: "military" });
  expect(locateZip(index, zip, now)).toEqual({ state: null, district: null });
});

test.each(["96939", "96941", "96944", "96960", "96970"])("%s uses U.S. mail, but has no seat", (zip) => {
  expect(findZip(facts, zip)).toEqual({ kind: "noSeat" });
});

test.each([
  ["99999", ["AK"]],
  ["96798", ["HI"]],
  ["00599", ["NY"]],
  ["06399", ["CT", "NY"]],
])("%s is not listed, and its first digits tell %j", (zip, states) => {
  expect(findZip(facts, zip)).toEqual({ kind: "stateOnly", states });
});

test("a code that is not listed tells the state where its first digits name one", () => {
  expect(locateZip(index, "99999", now)).toEqual({ state: "AK", district: null });
  expect(locateZip(index, "06399", now)).toEqual({ state: null, district: null });
});

test.each(["00000", "00399", "09999", "21399"])("%s is no ZIP code", (zip) => {
  expect(findZip(facts, zip)).toEqual({ kind: "unknown" });
});

test("every listed ZIP code gives its districts in the order of their shares", () => {
  for (const zip of new Set(shippedFacts.zipShares.map((share) => share.zip))) {
    const answer = findZip(facts, zip);
    if (answer.kind === "military") continue;
    if (!("choices" in answer)) throw new Error(`${zip} is ${answer.kind}`);
    const weights = [...answer.choices, ...answer.others].map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(0.01);
  }
});

test("when the Congress has ended, a ZIP code tells the state and no district but a state's only one", () => {
  expect(locateZip(index, "94110", end)).toEqual({ state: "CA", district: null });
  expect(locateZip(index, "99501", end)).toEqual({ state: "AK", district: 0 });
  expect(locateZip([], "94110", now)).toEqual({ state: null, district: null });
  expect(locateZip(index, "Berlin", now)).toEqual({ state: null, district: null });
});

test("a sliver is kept apart and stays within reach, and nothing is decided over it where nobody is asked", () => {
  expect(findZip(facts, "03579")).toMatchObject({
    kind: "oneDistrict",
    choices: [{ state: "NH", district: 2 }],
    others: [{ state: "ME", district: 2, weight: 0.0013 }],
  });
  expect(locateZip(index, "03579", now)).toEqual({ state: null, district: null });
  for (const zip of new Set(shippedFacts.zipShares.map((share) => share.zip))) {
    const answer = findZip(facts, zip);
    if (!("choices" in answer)) continue;
    for (const { weight } of answer.choices) expect(weight).toBeGreaterThanOrEqual(0.002);
    for (const { weight } of answer.others) expect(weight).toBeLessThan(0.002);
  }
});
