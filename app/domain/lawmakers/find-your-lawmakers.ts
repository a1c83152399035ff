import type { CongressIndex, HouseSeat } from "./congress-index";
import { formatDistrict, parseDistrict } from "./district";
import { type FactsIndex, factsInForce } from "./facts-in-force";
import { findLastingSenators, findOffices } from "./find-offices";
import { findZip } from "./find-zip";
import type { Lawmaker } from "./lawmaker";
import type { WhereYouLive } from "./where-you-live";
import { parseZip } from "./zip";

/** What the contact flow shows next. */
export type YourLawmakers = { facts: CongressIndex["origin"] } & (
  | { step: "ask" }
  | { step: "zipFaulty" }
  /** `states` where the first digits tell them. */
  | { step: "zipUnknown"; states: string[] }
  | { step: "zipWithoutSeat" }
  | { step: "districtUnknown" }
  /** Military mail: the last home decides. */
  | { step: "chooseHomeState"; states: string[] }
  | { step: "chooseState"; zip: string; states: string[] }
  /** The senators are sure; the House seat is asked for. `zip` is null where only the state is known. */
  | {
      step: "chooseDistrict";
      zip: string | null;
      state: string;
      senators: readonly Lawmaker[];
      seats: HouseSeat[];
      isPostOffice: boolean;
    }
  /** `isPostOffice`: the ZIP code tells where the mail is; whoever lives elsewhere must be able to say so. */
  | {
      step: "offices";
      zip: string | null;
      state: string;
      senators: readonly Lawmaker[];
      house: HouseSeat;
      isPostOffice: boolean;
    }
  /** The Congress that the facts describe has ended. Senators whose terms run on are still right. */
  | { step: "expired"; senators: Lawmaker[] }
);

/**
 * Finds the next step of the contact flow: the offices where they are sure, otherwise the one question that
 * is still open. Null while no facts are known at all.
 */
export function findYourLawmakers(index: FactsIndex, where: WhereYouLive, now: Date): YourLawmakers | null {
  const at = factsInForce(index, now);
  if (at.status === "missing") return null;
  const facts = at.facts.origin;
  const zip = where.zip === null ? null : parseZip(where.zip);
  const district = where.district === null ? null : parseDistrict(where.district);

  if (at.status === "expired") {
    const state = district?.state ?? where.state ?? (zip === null ? null : stateOfZip(at.facts, zip));
    return { facts, step: "expired", senators: state === null ? [] : findLastingSenators(at.facts, state, now) };
  }
  if (where.district !== null) {
    const offices = district && findOffices(at.facts, district);
    if (!offices?.house) return { facts, step: "districtUnknown" };
    return { facts, step: "offices", zip, ...offices, house: offices.house, isPostOffice: false };
  }
  if (where.zip !== null) {
    if (zip === null) return { facts, step: "zipFaulty" };
    return { facts, ...ofZip(at.facts, zip, where.state) };
  }
  if (where.state !== null) return { facts, ...ofState(at.facts, where.state) };
  return { facts, step: "ask" };
}

type Step = YourLawmakers extends infer One ? (One extends unknown ? Omit<One, "facts"> : never) : never;

function ofZip(facts: CongressIndex, zip: string, state: string | null): Step {
  const answer = findZip(facts, zip);
  switch (answer.kind) {
    case "unknown":
      return { step: "zipUnknown", states: [] };
    case "stateOnly":
      return { step: "zipUnknown", states: answer.states };
    case "noSeat":
      return { step: "zipWithoutSeat" };
    case "military":
      return { step: "chooseHomeState", states: listStates(facts) };
    case "severalStates":
      if (state === null || !answer.states.includes(state)) return { step: "chooseState", zip, states: answer.states };
      break;
  }
  const choices = answer.choices.filter((choice) => state === null || choice.state === state);
  const seats = (choices.length > 0 ? choices : answer.choices).flatMap(
    (choice) => facts.seats.get(formatDistrict(choice)) ?? [],
  );
  return ofSeats(facts, zip, seats, answer.place === "postOffice");
}

function ofState(facts: CongressIndex, state: string): Step {
  const seats = [...facts.seats.values()]
    .filter((seat) => seat.state === state)
    .sort((a, b) => a.district - b.district);
  return ofSeats(facts, null, seats, false);
}

function ofSeats(facts: CongressIndex, zip: string | null, seats: HouseSeat[], isPostOffice: boolean): Step {
  const [first] = seats;
  if (!first) return { step: "districtUnknown" };
  const senators = facts.senators.get(first.state) ?? [];
  if (seats.length === 1) {
    // One seat for the whole place is right wherever in it somebody lives.
    return {
      step: "offices",
      zip,
      state: first.state,
      senators,
      house: first,
      isPostOffice: isPostOffice && first.district !== 0,
    };
  }
  return { step: "chooseDistrict", zip, state: first.state, senators, seats, isPostOffice };
}

function stateOfZip(facts: CongressIndex, zip: string): string | null {
  const answer = findZip(facts, zip);
  if (answer.kind === "oneDistrict") return answer.choices[0].state;
  return answer.kind === "severalDistricts" ? answer.state : null;
}

/** States, the District of Columbia and the territories, by code. */
function listStates(facts: CongressIndex): string[] {
  return [...new Set([...facts.seats.values()].map(({ state }) => state))].sort();
}
