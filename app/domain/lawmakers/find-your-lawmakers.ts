import type { CongressIndex, HouseSeat } from "./congress-index";
import { formatDistrict, parseDistrict } from "./district";
import { type FactsIndex, factsInForce } from "./facts-in-force";
import { findLastingSenators, findOffices } from "./find-offices";
import { findZip, type ZipAnswer } from "./find-zip";
import type { Lawmaker } from "./lawmaker";
import { isTermOver } from "./lawmaker";
import type { WhereYouLive } from "./where-you-live";
import { parseZip } from "./zip";

/** What the contact flow shows next. */
export type YourLawmakers = {
  facts: CongressIndex["origin"];
  /** The Congress that the facts describe has ended: its House and its lines are shown no more. */
  hasEnded: boolean;
  placesOfDistrict: CongressIndex["placesOfDistrict"];
} & (
  | { step: "ask" }
  | { step: "zipFaulty" }
  /** `states` where the first digits tell them. */
  | { step: "zipUnknown"; states: string[] }
  | { step: "zipWithoutSeat" }
  | { step: "districtUnknown" }
  /** Military mail, and voters abroad: the last home decides. */
  | { step: "chooseHomeState"; because: "military" | "abroad"; states: string[] }
  | { step: "chooseState"; zip: string; states: string[]; otherStates: string[] }
  /** The senators are sure; the House seat is asked for. `zip` is null where only the state is known. */
  | ({ step: "chooseDistrict"; seats: HouseSeat[]; isPostOffice: boolean } & Senate & Others)
  | ({ step: "offices"; house: HouseSeat } & Senate & Others)
  /** Only the senators whose terms run on are still right. */
  | ({ step: "expired" } & Senate)
);

interface Senate {
  zip: string | null;
  state: string;
  senators: readonly Lawmaker[];
  /** How many senators the state should have beside them. Why they are missing, the facts don't tell. */
  unknownSenators: number;
  /** Senators who were appointed until a special election that has passed; its winner may sit by now. */
  untilElection: readonly Lawmaker[];
}

interface Others {
  /** Seats of which the ZIP code touches no more than a sliver. */
  others: HouseSeat[];
}

/**
 * Finds the next step of the contact flow: the offices where they are sure, otherwise the one question that
 * is still open. Null while no facts are known at all.
 */
export function findYourLawmakers(index: FactsIndex, where: WhereYouLive, now: Date): YourLawmakers | null {
  const at = factsInForce(index, now);
  if (at.status === "missing") return null;
  const hasEnded = at.status === "expired";
  const { origin, placesOfDistrict } = at.facts;
  return { facts: origin, hasEnded, placesOfDistrict, ...findStep({ facts: at.facts, hasEnded, now }, where) };
}

type Step = YourLawmakers extends infer One
  ? One extends unknown
    ? Omit<One, "facts" | "hasEnded" | "placesOfDistrict">
    : never
  : never;

interface Moment {
  facts: CongressIndex;
  hasEnded: boolean;
  now: Date;
}

function findStep(moment: Moment, where: WhereYouLive): Step {
  const { facts, hasEnded } = moment;
  const zip = where.zip === null ? null : parseZip(where.zip);
  if (where.district !== null) {
    const district = parseDistrict(where.district);
    // The district may be one of the next Congress; its state is right anyhow.
    if (hasEnded && district !== null) return ofState(moment, district.state, zip);
    const house = district && findOffices(facts, district)?.house;
    return house ? { step: "offices", house, others: [], ...senate(moment, house.state, zip) } : faultyDistrict;
  }
  if (where.zip !== null) return zip === null ? { step: "zipFaulty" } : ofZip(moment, zip, where.state);
  if (where.state !== null) return ofState(moment, where.state, null);
  return where.isAbroad ? { step: "chooseHomeState", because: "abroad", states: listStates(facts) } : { step: "ask" };
}

const faultyDistrict: Step = { step: "districtUnknown" };

function ofZip(moment: Moment, zip: string, state: string | null): Step {
  const { facts } = moment;
  const answer = findZip(facts, zip);
  switch (answer.kind) {
    case "unknown":
      return { step: "zipUnknown", states: [] };
    case "stateOnly":
      return { step: "zipUnknown", states: answer.states };
    case "noSeat":
      return { step: "zipWithoutSeat" };
    case "military":
      return { step: "chooseHomeState", because: "military", states: listStates(facts) };
    default:
      return ofPlace(moment, zip, state, answer);
  }
}

function ofPlace(moment: Moment, zip: string, state: string | null, answer: Extract<ZipAnswer, { choices: unknown }>) {
  const all = [...answer.choices, ...answer.others];
  const isNamed = state !== null && all.some((choice) => choice.state === state);
  if (answer.kind === "severalStates" && !isNamed) {
    const otherStates = [...new Set(answer.others.map((other) => other.state))].filter(
      (other) => !answer.states.includes(other),
    );
    return { step: "chooseState" as const, zip, states: answer.states, otherStates };
  }
  const within = (choices: typeof all) =>
    choices
      .filter((choice) => !isNamed || choice.state === state)
      .flatMap((choice) => moment.facts.seats.get(formatDistrict(choice)) ?? []);
  const seats = within(answer.choices);
  const others = within(answer.others);
  const isPostOffice = answer.place === "postOffice";
  return seats.length > 0
    ? ofSeats(moment, zip, { seats, others, isPostOffice })
    : ofSeats(moment, zip, { seats: others, others: [], isPostOffice });
}

function ofState(moment: Moment, state: string, zip: string | null): Step {
  const seats = [...moment.facts.seats.values()]
    .filter((seat) => seat.state === state)
    .sort((a, b) => a.district - b.district);
  return ofSeats(moment, zip, { seats, others: [], isPostOffice: false });
}

function ofSeats(
  moment: Moment,
  zip: string | null,
  { seats, others, isPostOffice }: { seats: HouseSeat[]; others: HouseSeat[]; isPostOffice: boolean },
): Step {
  const [first] = seats;
  if (!first) return faultyDistrict;
  const ofSenate = senate(moment, first.state, zip);
  if (moment.hasEnded) return { step: "expired", ...ofSenate };
  // One seat for the whole place is right wherever in it somebody lives; where the mail is tells nothing else.
  const isSure = seats.length === 1 && (first.district === 0 || !isPostOffice);
  return isSure
    ? { step: "offices", house: first, others, ...ofSenate }
    : { step: "chooseDistrict", seats, others, isPostOffice, ...ofSenate };
}

function senate({ facts, hasEnded, now }: Moment, state: string, zip: string | null): Senate {
  const known = facts.senators.get(state);
  const senators = hasEnded ? findLastingSenators(facts, state, now) : (known ?? []);
  return {
    zip,
    state,
    senators,
    unknownSenators: known === undefined ? 0 : 2 - senators.length,
    untilElection: senators.filter((senator) => isTermOver(senator, now)),
  };
}

/** States, the District of Columbia and the territories, by code. */
function listStates(facts: CongressIndex): string[] {
  return [...new Set([...facts.seats.values()].map(({ state }) => state))].sort();
}
