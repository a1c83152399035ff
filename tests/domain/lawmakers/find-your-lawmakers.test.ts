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
  [{ zip: "٩٤١١٠" }, "zipFaulty"],
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
    const view = lawmakerSteps(yours, { letter: null, callScript: null }, { newId: () => "key" });
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
  const view = lawmakerSteps(yours, { letter: null, callScript: null }, { newId: () => "key" });
  expect(view).toMatchObject({ vacantDistrict: 11, house: null });
  expect(view.senators).toHaveLength(2);

  const asked = findYourLawmakers([indexCongress(left)], { ...nowhere, state: "CA" }, now);
  if (!asked) throw new Error("No facts are known.");
  const seat = lawmakerSteps(asked, { letter: null, callScript: null }, { newId: () => "key" }).seats[10];
  expect(seat).toEqual({ id: "CA-11", district: 11, member: null });
});

test.each([end, new Date("2027-01-04T12:00:00Z")])("at %s the House of the old Congress is shown no more", (at) => {
  for (const where of [{ zip: "94110" }, { district: "CA-11" }, { state: "CA" }, { zip: "02139" }]) {
    const yours = find(where, at);
    expect(yours.step).toBe("expired");
    if (yours.step !== "expired") continue;
    for (const senator of yours.senators) expect(Date.parse(senator.termEnd)).toBeGreaterThan(at.getTime());
    const view = lawmakerSteps(yours, { letter: null, callScript: null }, { newId: () => "key" });
    expect(view).toMatchObject({ house: null, seats: [] });
  }
  expect(find({ zip: "94110" }, at)).toMatchObject({ senators: [{ state: "CA" }, { state: "CA" }] });
  expect(find({}, at)).toMatchObject({ step: "expired", senators: [] });
  expect(find({ zip: "nonsense" }, at)).toMatchObject({ step: "expired", senators: [] });
});

test("the moment before, everything is as it was", () => {
  expect(find({ zip: "94110" }, new Date(end.getTime() - 1)).step).toBe("offices");
});

test("before any facts are known there is no step", () => {
  expect(findYourLawmakers([], { ...nowhere, zip: "94110" }, now)).toBeNull();
});

test("each step carries the day of the facts and their source", () => {
  for (const where of [{}, { zip: "94110" }, { zip: "0" }, { state: "CA" }]) {
    const view = lawmakerSteps(find(where), { letter: null, callScript: null }, { newId: () => "key" });
    expect(view).toMatchObject({ congress: 119, asOf: facts.origin.asOf, source: facts.origin.source });
  }
});

test("a post office's ZIP code shows its district and says that one may live elsewhere", () => {
  expect(find({ zip: "05501" })).toMatchObject({ step: "offices", isPostOffice: true });
  expect(find({ zip: "94110" })).toMatchObject({ step: "offices", isPostOffice: false });
  // The whole place has one seat: wherever the mail is, it is theirs.
  expect(find({ zip: "20500" })).toMatchObject({ step: "offices", isPostOffice: false });
});
