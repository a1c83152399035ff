import { describe, expect, test } from "vitest";
import { formatDistrict } from "~/domain/lawmakers/district";
import { findYourLawmakers, type YourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { answerLawmakers } from "~/domain/lawmakers/lawmakers-answer";
import { stateName } from "~/domain/lawmakers/state-names";
import { hasSenators, nonVotingSeats, unionStates } from "~db/congress/states";
import { end, facts, index, now, shippedFacts } from "./index-of-tests";

const allZips = Array.from({ length: 100_000 }, (_, number) => String(number).padStart(5, "0"));
const listedZips = [...new Set(shippedFacts.zipShares.map(({ zip }) => zip))];

function find(zip: string | null, state: string | null = null, at = now): YourLawmakers {
  const yours = findYourLawmakers(index, { zip, state, district: null }, at);
  if (!yours) throw new Error("No facts are known.");
  return yours;
}

/** The seats that the pages of a ZIP code show or offer, through the question for the state where it is asked. */
function seatsOf(yours: YourLawmakers): string[] {
  switch (yours.step) {
    case "offices":
      return [yours.house, ...yours.others].map(formatDistrict);
    case "chooseDistrict":
      return [...yours.seats, ...yours.others].map(formatDistrict);
    case "chooseState":
      return [...yours.states, ...yours.otherStates].flatMap((state) => seatsOf(find(yours.zip, state)));
    default:
      return [];
  }
}

describe.each([...unionStates, ...nonVotingSeats])("%s", (state) => {
  const zips = shippedFacts.zipShares.filter((share) => share.state === state).map(({ zip }) => zip);
  const seats = [...facts.seats.values()].filter((seat) => seat.state === state).map(formatDistrict);

  test("has a name, ZIP codes, and a page of its own that leads to each of its seats", () => {
    expect(stateName(state)).not.toBe(state);
    expect(zips.length).toBeGreaterThan(0);
    expect(seatsOf(find(null, state)).sort()).toEqual([...seats].sort());
  });

  test("has each of its districts in at least one ZIP code", () => {
    const reached = new Set(zips.flatMap((zip) => seatsOf(find(zip))));
    expect(seats.filter((seat) => !reached.has(seat))).toEqual([]);
  });

  test("has the senators that it elects, or none", () => {
    const yours = find(null, state);
    if (!("senators" in yours)) throw new Error(yours.step);
    expect(yours.senators.length).toBe(hasSenators(state) ? 2 : 0);
    expect(yours.unknownSenators).toBe(0);
  });

  test("shows after the end of the Congress nobody whose term has ended", () => {
    const yours = find(null, state, end);
    if (yours.step !== "expired") throw new Error(yours.step);
    for (const { termEnd, chamber } of yours.senators) {
      expect(chamber).toBe("senate");
      expect(Date.parse(termEnd)).toBeGreaterThan(end.getTime());
    }
  });
});

test("every current member can be reached from at least one ZIP code", () => {
  const reached = new Set<string>();
  for (const zip of listedZips) {
    const pages = [find(zip)];
    for (const page of pages) {
      if (page.step === "chooseState") pages.push(...page.states.map((state) => find(zip, state)));
      if ("senators" in page) for (const { bioguide } of page.senators) reached.add(bioguide);
    }
    for (const seat of pages.flatMap(seatsOf)) {
      const holder = facts.seats.get(seat)?.lawmaker;
      if (holder) reached.add(holder.bioguide);
    }
  }
  expect(shippedFacts.lawmakers.filter(({ bioguide }) => !reached.has(bioguide))).toEqual([]);
});

test("none of the hundred thousand combinations of five digits is without an answer that leads on", () => {
  const counted: Record<string, number> = {};
  for (const zip of allZips) {
    const yours = find(zip);
    counted[yours.step] = (counted[yours.step] ?? 0) + 1;
    switch (yours.step) {
      case "offices":
        if (yours.house.vacant !== (yours.house.lawmaker === null)) throw new Error(zip);
        break;
      case "chooseDistrict":
        // One is asked for where the mail alone lies in it, and the page leads to all seats of the state.
        if (yours.seats.length < (yours.isPostOffice ? 1 : 2)) throw new Error(zip);
        break;
      case "chooseState":
        if (yours.states.length < 2) throw new Error(zip);
        break;
      case "chooseHomeState":
        if (yours.states.length !== 56) throw new Error(zip);
        break;
      // The page names what is unknown and asks again, by ZIP code, by state or by the last home.
      case "zipUnknown":
      case "zipWithoutSeat":
        break;
      default:
        throw new Error(`${zip}: ${yours.step}`);
    }
  }
  expect(counted).toMatchObject({ zipWithoutSeat: 8, chooseHomeState: 1_500 });
  expect(counted.offices).toBeGreaterThan(25_000);
});

test("page and API give the same districts and the same members", () => {
  const sample = ["42223", "57717", "03579", "05501", "00901", "00801", "09012", "96941", "00000", "99999", "94401"];
  for (const zip of [...sample, ...listedZips.filter((_, at) => at % 97 === 0)]) {
    const yours = find(zip);
    const answer = answerLawmakers(index, { zip, district: null }, now);
    if (yours.step === "zipUnknown" || yours.step === "zipWithoutSeat") {
      expect(answer.status, zip).toBe(404);
      continue;
    }
    if (answer.status !== 200) throw new Error(`${zip}: ${answer.status}`);
    const { districts, lawmakers, note } = answer.body;
    if (yours.step === "chooseHomeState") {
      expect(note, zip).toBe("military");
      continue;
    }
    const seats = [...new Set(seatsOf(yours))].sort();
    expect(districts.map(formatDistrict).sort(), zip).toEqual(seats);
    const holders = seats.flatMap((seat) => facts.seats.get(seat)?.lawmaker?.bioguide ?? []);
    expect(
      lawmakers
        .filter(({ chamber }) => chamber === "house")
        .map(({ bioguide }) => bioguide)
        .sort(),
      zip,
    ).toEqual(holders.sort());
    if ("senators" in yours && !("others" in yours && yours.others.some(({ state }) => state !== yours.state))) {
      expect(lawmakers.filter(({ chamber }) => chamber === "senate").map(({ bioguide }) => bioguide)).toEqual(
        yours.senators.map(({ bioguide }) => bioguide),
      );
    }
  }
});
