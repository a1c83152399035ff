import type { HouseSeat } from "./congress-index";
import { formatDistrict } from "./district";
import type { YourLawmakers } from "./find-your-lawmakers";
import type { Lawmaker } from "./lawmaker";
import { votedOnNewLines } from "./new-lines";
import { type OfficeNumber, officeNumbers } from "./office-numbers";
import { hasArticle, stateName } from "./state-names";
import { listYourOffices } from "./your-offices";

/** One office, and the ways to reach it. */
export interface OfficeCard {
  bioguide: string;
  name: string;
  title: Lawmaker["title"];
  party: string;
  state: string;
  stateName: string;
  district: number | null;
  isVoting: boolean;
  phone: string | null;
  address: string | null;
  website: string | null;
  contactForm: string | null;
  /** Washington's first. */
  numbers: OfficeNumber[];
  /** Its seats on committees with a say over privacy law. */
  committees: { name: string; title: string | null }[];
}

/** A House seat among those to choose from. */
export interface SeatChoice {
  /** `CA-11`. */
  id: string;
  state: FlowState;
  district: number;
  /** What it covers, by the names of its post offices, the best known first. */
  places: string[];
  /** Null where the seat is vacant. */
  member: { name: string; party: string } | null;
}

/** As many names as fit a card. */
const PLACES = 4;

interface FlowState {
  state: string;
  name: string;
  /** English says "the" before some. */
  hasArticle: boolean;
}

/** What the page of the contact flow shows. */
export interface LawmakerFlowView {
  step: YourLawmakers["step"];
  zip: string | null;
  place: FlowState | null;
  senators: OfficeCard[];
  house: OfficeCard | null;
  /** The number of the vacant seat of the place; null where none is vacant. */
  vacantDistrict: number | null;
  /** The offices that are sure, as they stand in the addresses of the flow; a vacant seat is the last of them. */
  offices: string[];
  seats: SeatChoice[];
  /** Seats of which the ZIP code touches a sliver only. */
  others: SeatChoice[];
  states: FlowState[];
  otherStates: FlowState[];
  /** Why the last home is asked for; null where it is not. */
  homeBecause: "military" | "abroad" | null;
  isPostOffice: boolean;
  /** Senators that the state should have beside those known. */
  unknownSenators: number;
  /** Names of senators who were appointed until a special election that has passed. */
  untilElection: string[];
  /** The state elected the next Congress on other lines. */
  votedOnNewLines: boolean;
  /** The Congress of the facts has ended. */
  hasEnded: boolean;
  congress: number;
  asOf: string;
  validUntil: Date;
  source: string;
  attribution: string;
}

/** Turns a step of the flow into what its page shows. */
export function lawmakerSteps(yours: YourLawmakers): LawmakerFlowView {
  const { congress, asOf, validUntil, source, attribution } = yours.facts;
  const zip = "zip" in yours ? yours.zip : null;
  const house = yours.step === "offices" ? yours.house : null;
  const choice = (seat: HouseSeat) => seatChoice(seat, yours.placesOfDistrict(seat, PLACES));
  const place = "state" in yours ? flowState(yours.state) : null;
  return {
    step: yours.step,
    zip,
    place,
    senators: "senators" in yours ? yours.senators.map(officeCard) : [],
    house: house?.lawmaker ? officeCard(house.lawmaker) : null,
    vacantDistrict: house?.vacant ? house.district : null,
    offices: listYourOffices(yours).map(({ office }) => office),
    seats: yours.step === "chooseDistrict" ? yours.seats.map(choice) : [],
    others: "others" in yours ? yours.others.map(choice) : [],
    states: "states" in yours ? listNamed(yours) : [],
    otherStates: "otherStates" in yours ? yours.otherStates.map(flowState) : [],
    homeBecause: yours.step === "chooseHomeState" ? yours.because : null,
    isPostOffice: "isPostOffice" in yours && yours.isPostOffice,
    unknownSenators: "unknownSenators" in yours ? yours.unknownSenators : 0,
    untilElection: "untilElection" in yours ? yours.untilElection.map(({ name }) => name) : [],
    votedOnNewLines: place !== null && votedOnNewLines(congress, place.state),
    hasEnded: yours.hasEnded,
    congress,
    asOf,
    validUntil,
    source,
    attribution,
  };
}

/** All states by name; a few of them as they come, the likeliest first. */
function listNamed({ step, states }: { step: YourLawmakers["step"]; states: string[] }): FlowState[] {
  const named = states.map(flowState);
  return step === "chooseHomeState" ? named.sort((a, b) => a.name.localeCompare(b.name, "en")) : named;
}

const flowState = (state: string): FlowState => ({ state, name: stateName(state), hasArticle: hasArticle(state) });

function seatChoice(seat: HouseSeat, places: string[]): SeatChoice {
  const member = seat.lawmaker && { name: seat.lawmaker.name, party: seat.lawmaker.party };
  return { id: formatDistrict(seat), state: flowState(seat.state), district: seat.district, member, places };
}

function officeCard(lawmaker: Lawmaker): OfficeCard {
  const { bioguide, name, title, party, state, district, isVoting, phone, address, website, contactForm } = lawmaker;
  return {
    bioguide,
    name,
    title,
    party,
    state,
    stateName: stateName(state),
    district,
    isVoting,
    phone,
    address,
    website,
    contactForm,
    numbers: officeNumbers(lawmaker),
    committees: lawmaker.committees.map((seat) => ({ name: seat.name, title: seat.title ?? null })),
  };
}
