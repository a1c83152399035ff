import { expect, test } from "vitest";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { formatDistrict } from "~/domain/lawmakers/district";
import { findYourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { lawmakerSteps } from "~/domain/lawmakers/lawmaker-steps";
import type { WhereYouLive } from "~/domain/lawmakers/where-you-live";
import { end, facts, index, now, shippedFacts } from "./index-of-tests";

const nowhere: WhereYouLive = { zip: null, district: null, state: null };

function find(where: Partial<WhereYouLive>, at = now) {
  const yours = findYourLawmakers(index, { ...nowhere, ...where }, at);
  if (!yours) throw new Error("No facts are known.");
  return yours;
}

test.each([
  [{}, "ask"],
  [{ zip: "9411" }, "zipFaulty"],
  [{ zip: "Berlin" }, "zipFaulty"],
  [{ zip: "٩٤١١٠" }, "offices"],
  [{ zip: "00000" }, "zipUnknown"],
  [{ zip: "99999" }, "zipUnknown"],
  [{ zip: "96960" }, "zipWithoutSeat"],
  [{ zip: "09001" }, "chooseHomeState"],
  [{ zip: "42223" }, "chooseState"],
  [{ zip: "42223", state: "CA" }, "chooseState"],
  [{ zip: "42223", state: "KY" }, "offices"],
  [{ zip: "02139" }, "chooseDistrict"],
  [{ zip: "02139", state: "XX" }, "chooseDistrict"],
  [{ zip: "94110" }, "offices"],
  [{ zip: "94110-1234" }, "offices"],
  [{ zip: "02139", district: "MA-7" }, "offices"],
  [{ district: "ak-al" }, "offices"],
  [{ district: "CA-99" }, "districtUnknown"],
  [{ district: "nonsense" }, "districtUnknown"],
  [{ state: "CA" }, "chooseDistrict"],
  [{ state: "WY" }, "offices"],
  [{ state: "DC" }, "offices"],
  [{ state: "XX" }, "districtUnknown"],
] satisfies [Partial<WhereYouLive>, string][])("%j leads to the step %s", (where, step) => {
  expect(find(where)).toMatchObject({ step });
});

test("the offices of a district are two senators and its seat", () => {
  const yours = find({ zip: "94110" });
  if (yours.step !== "offices") throw new Error(yours.step);
  expect(yours.senators).toHaveLength(2);
  expect(yours.house).toMatchObject({ state: "CA", district: 11 });
  expect(yours).toMatchObject({ zip: "94110", state: "CA" });
});

test("a territory and the District have a seat and no senators", () => {
  for (const where of [{ zip: "00901" }, { zip: "20001" }, { district: "GU-0" }]) {
    expect(find(where)).toMatchObject({ step: "offices", senators: [], house: { lawmaker: { isVoting: false } } });
  }
});

test("a ZIP code over several districts asks, with its own seats only and the likeliest first", () => {
  const yours = find({ zip: "02139" });
  if (yours.step !== "chooseDistrict") throw new Error(yours.step);
  expect(yours.seats.map(formatDistrict)).toEqual(["MA-7", "MA-5"]);
  expect(yours.senators).toHaveLength(2);
});

test("a state alone asks among all its seats, by number", () => {
  const yours = find({ state: "CA" });
  if (yours.step !== "chooseDistrict") throw new Error(yours.step);
  expect(yours.zip).toBeNull();
  expect(yours.seats.map(({ district }) => district)).toEqual(Array.from({ length: 52 }, (_, at) => at + 1));
});

test("first digits tell the states of an unknown code, and military mail asks among all of them", () => {
  expect(find({ zip: "99999" })).toMatchObject({ states: ["AK"] });
  const yours = find({ zip: "09001" });
  if (yours.step !== "chooseHomeState") throw new Error(yours.step);
  expect(yours.states).toHaveLength(56);
});

test("from each state that is offered the flow goes on", () => {
  const yours = find({ zip: "09001" });
  if (yours.step !== "chooseHomeState") throw new Error(yours.step);
  for (const state of yours.states) expect(["offices", "chooseDistrict"]).toContain(find({ state }).step);
});

test("each seat of Congress leads to its office or says that it is vacant", () => {
  let vacant = 0;
  for (const id of facts.seats.keys()) {
    const yours = find({ district: id });
    if (yours.step !== "offices") throw new Error(`${id}: ${yours.step}`);
    const view = lawmakerSteps(yours);
    if (yours.house.vacant) {
      vacant++;
      expect(view).toMatchObject({ house: null, vacantDistrict: yours.house.district });
    } else {
      expect(view).toMatchObject({ house: { bioguide: yours.house.lawmaker.bioguide }, vacantDistrict: null });
    }
  }
  expect(vacant).toBe(541 - shippedFacts.lawmakers.length);
});

test("a vacant seat is said to be vacant, and the senators are still there", () => {
  const left = {
    ...shippedFacts,
    lawmakers: shippedFacts.lawmakers.filter((one) => one.district !== 11 || one.state !== "CA"),
  };
  const yours = findYourLawmakers([indexCongress(left)], { ...nowhere, zip: "94110" }, now);
  expect(yours).toMatchObject({ step: "offices", house: { vacant: true, lawmaker: null } });
  if (!yours) throw new Error("No facts are known.");
  const view = lawmakerSteps(yours);
  expect(view).toMatchObject({ vacantDistrict: 11, house: null });
  expect(view.senators).toHaveLength(2);

  const asked = findYourLawmakers([indexCongress(left)], { ...nowhere, state: "CA" }, now);
  if (!asked) throw new Error("No facts are known.");
  const seat = lawmakerSteps(asked).seats[10];
  expect(seat).toMatchObject({ id: "CA-11", district: 11, member: null });
});

test.each([end, new Date("2027-01-04T12:00:00Z")])("at %s the House of the old Congress is shown no more", (at) => {
  for (const where of [{ zip: "94110" }, { district: "CA-11" }, { state: "CA" }, { zip: "02139" }, { zip: "05501" }]) {
    const yours = find(where, at);
    expect(yours).toMatchObject({ step: "expired", hasEnded: true });
    if (yours.step !== "expired") continue;
    for (const senator of yours.senators) expect(Date.parse(senator.termEnd)).toBeGreaterThan(at.getTime());
    const view = lawmakerSteps(yours);
    expect(view).toMatchObject({ house: null, seats: [], others: [], vacantDistrict: null });
  }
  expect(find({ zip: "94110" }, at)).toMatchObject({ senators: [{ state: "CA" }, { state: "CA" }] });
  expect(find({ zip: "20001" }, at)).toMatchObject({ step: "expired", senators: [] });
});

test("when the Congress has ended, what is still open is asked as before", () => {
  for (const [where, step] of [
    [{}, "ask"],
    [{ zip: "nonsense" }, "zipFaulty"],
    [{ zip: "00000" }, "zipUnknown"],
    [{ zip: "42223" }, "chooseState"],
    [{ zip: "09001" }, "chooseHomeState"],
    [{ state: "XX" }, "districtUnknown"],
  ] as const) {
    expect(find(where, end)).toMatchObject({ step, hasEnded: true });
  }
  expect(find({ zip: "42223", state: "TN" }, end)).toMatchObject({ step: "expired", state: "TN" });
  // A district of the next Congress tells its state, too.
  expect(find({ district: "TX-39" }, end)).toMatchObject({ step: "expired", state: "TX" });
});

test("the facts of two Congresses stand side by side, and the clock decides between them", () => {
  const next = indexCongress({
    ...shippedFacts,
    congress: 120,
    validFrom: end,
    validUntil: new Date("2029-01-03T17:00Z"),
  });
  const where = { ...nowhere, zip: "94110" };
  const before = findYourLawmakers([next, facts], where, new Date("2027-01-03T16:59:59Z"));
  expect(before).toMatchObject({ step: "offices", facts: { congress: 119 }, hasEnded: false });
  const after = findYourLawmakers([next, facts], where, new Date("2027-01-03T17:00:00Z"));
  expect(after).toMatchObject({ step: "offices", facts: { congress: 120 }, hasEnded: false });
});

test("states that voted on new lines are told apart, for this change of Congresses only", () => {
  const lines = (state: string) => lawmakerSteps(find({ state })).votedOnNewLines;
  expect(["TX", "CA", "MO", "NC", "OH", "UT", "FL", "TN", "LA", "AL"].filter((state) => !lines(state))).toEqual([]);
  expect(["NY", "WY", "PR"].filter(lines)).toEqual([]);
});

test("the moment before, everything is as it was", () => {
  expect(find({ zip: "94110" }, new Date(end.getTime() - 1)).step).toBe("offices");
});

test("before any facts are known there is no step", () => {
  expect(findYourLawmakers([], { ...nowhere, zip: "94110" }, now)).toBeNull();
});

test("each step carries the day of the facts and their source", () => {
  for (const where of [{}, { zip: "94110" }, { zip: "0" }, { state: "CA" }]) {
    const view = lawmakerSteps(find(where));
    expect(view).toMatchObject({ congress: 119, asOf: facts.origin.asOf, source: facts.origin.source });
  }
});

test("a post office tells where the mail is, so that its district is asked for and never taken", () => {
  expect(find({ zip: "05501" })).toMatchObject({ step: "chooseDistrict", isPostOffice: true, seats: { length: 1 } });
  expect(find({ zip: "05501", district: "MA-6" })).toMatchObject({ step: "offices" });
  // The whole place has one seat: wherever the mail is, it is theirs.
  expect(find({ zip: "20500" })).toMatchObject({ step: "offices" });
});

test("somebody who votes from abroad is asked for the last home", () => {
  expect(find({ isAbroad: true })).toMatchObject({
    step: "chooseHomeState",
    because: "abroad",
    states: { length: 56 },
  });
  expect(find({ isAbroad: true, state: "WY" })).toMatchObject({ step: "offices" });
  expect(find({ zip: "09001" })).toMatchObject({ because: "military" });
});

test("slivers of a ZIP code stand beside the sure seat, and can be chosen", () => {
  const yours = find({ zip: "03579" });
  if (yours.step !== "offices") throw new Error(yours.step);
  expect(formatDistrict(yours.house)).toBe("NH-2");
  expect(yours.others.map(formatDistrict)).toEqual(["ME-2"]);
  expect(find({ zip: "03579", state: "ME" })).toMatchObject({ step: "offices", state: "ME" });
  expect(find({ zip: "03579", district: "ME-2" })).toMatchObject({ step: "offices", state: "ME" });
});

test("a senator who is missing is not called vacant, and no territory misses one", () => {
  const lawmakers = shippedFacts.lawmakers.filter(({ bioguide }) => bioguide !== "S001150");
  const left = indexCongress({ ...shippedFacts, lawmakers });
  const yours = findYourLawmakers([left], { ...nowhere, zip: "94110" }, now);
  expect(yours).toMatchObject({ unknownSenators: 1, senators: { length: 1 }, step: "offices" });
  expect(find({ zip: "94110" })).toMatchObject({ unknownSenators: 0 });
  expect(find({ zip: "00901" })).toMatchObject({ unknownSenators: 0, senators: [] });
});

test("a senator who was appointed until an election that has passed is told apart", () => {
  expect(find({ state: "FL" })).toMatchObject({ untilElection: [{ name: "Ashley Moody" }] });
  expect(find({ state: "FL" }, new Date("2026-10-01T12:00:00Z"))).toMatchObject({ untilElection: [] });
});
