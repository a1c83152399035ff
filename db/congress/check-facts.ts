import { checkShapes } from "./check-shapes";
import { congressDates, dayOf, ordinal } from "./congress-dates";
import { districtName } from "./district-name";
import type { CongressFacts, Lawmaker } from "./facts";
import { FactsError } from "./facts-error";
import { hasSenators, houseTitle, militaryStates, nonVotingSeats, seatKind, unionStates } from "./states";

/** 100 senators, 435 representatives and 6 without a vote make 541; far fewer is a broken file. */
const FEWEST_MEMBERS = 500;
/** 2 U.S.C. 2a, 2c and the Act of 8 August 1911. */
const VOTING_SEATS = 435;
const FEWEST_ZIPS = 30_000;

/**
 * Refuses facts that contradict themselves or what is known of Congress.
 * @param today the day of the import, YYYY-MM-DD
 * @throws {FactsError} with the first fault
 */
export function checkFacts(facts: CongressFacts, today: string): void {
  checkDates(facts, today);
  const seats = checkDistricts(facts);
  checkLawmakers(facts, seats);
  checkZips(facts, seats);
  checkPlaces(facts);
  checkShapes(facts);
}

function checkDates(facts: CongressFacts, today: string) {
  const dates = congressDates(facts.congress);
  demand(
    facts.validFrom.getTime() === dates.validFrom.getTime() &&
      facts.validUntil.getTime() === dates.validUntil.getTime(),
    `The ${ordinal(facts.congress)} Congress sits from ${dayOf(dates.validFrom)} to ${dayOf(dates.validUntil)}, at noon Eastern.`,
  );
  demand(facts.asOf <= today, `The facts are dated ${facts.asOf}, which is yet to come.`);
  demand(
    facts.asOf <= dayOf(facts.validUntil),
    `The facts are dated ${facts.asOf}, when the ${ordinal(facts.congress)} Congress had ended.`,
  );
}

/** @returns the names of all seats of the House */
function checkDistricts({ districts, congress }: CongressFacts): Set<string> {
  const seats = new Set(districts.map(districtName));
  demand(seats.size === districts.length, "A district is listed twice.");
  for (const state of [...unionStates, ...nonVotingSeats]) {
    const numbers = districts.filter((seat) => seat.state === state).map((seat) => seat.district);
    demand(numbers.length > 0, `${state} has no district.`);
    const expected = numbers.length === 1 ? [0] : numbers.map((_, index) => index + 1);
    demand(
      expected.every((number) => numbers.includes(number)),
      `The districts of ${state} are not numbered 1 to ${numbers.length}, or 0 where there is one only.`,
    );
  }
  for (const seat of districts) {
    demand(
      seat.kind === seatKind(seat.state, seat.district),
      `${districtName(seat)} is not a seat of kind ${seat.kind}.`,
    );
  }
  demand(
    districts.length === VOTING_SEATS + nonVotingSeats.length,
    `The ${ordinal(congress)} Congress has ${districts.length} House seats instead of ${VOTING_SEATS + nonVotingSeats.length}.`,
  );
  return seats;
}

function checkLawmakers(facts: CongressFacts, seats: Set<string>) {
  const { lawmakers } = facts;
  demand(
    lawmakers.length >= FEWEST_MEMBERS,
    `Only ${lawmakers.length} members are listed; ${FEWEST_MEMBERS} are the least.`,
  );
  const ids = new Set<string>();
  const filled = new Map<string, Lawmaker>();
  for (const lawmaker of lawmakers) {
    const who = `${lawmaker.name} (${lawmaker.bioguide})`;
    demand(!ids.has(lawmaker.bioguide), `${who} is listed twice.`);
    ids.add(lawmaker.bioguide);
    demand(lawmaker.termStart < lawmaker.termEnd, `The term of ${who} ends before it begins.`);
    demand(
      lawmaker.termStart < dayOf(facts.validUntil) && lawmaker.termEnd > dayOf(facts.validFrom),
      `The term of ${who} lies outside the ${ordinal(facts.congress)} Congress.`,
    );
    const seat = lawmaker.chamber === "senate" ? checkSenator(lawmaker, who) : checkHouseMember(lawmaker, who, seats);
    const other = filled.get(seat);
    demand(other === undefined, `${who} and ${other?.name} sit in one seat, ${seat}.`);
    filled.set(seat, lawmaker);
  }
  for (const state of unionStates) {
    const senators = lawmakers.filter((lawmaker) => lawmaker.chamber === "senate" && lawmaker.state === state);
    demand(senators.length <= 2, `${state} has ${senators.length} senators.`);
  }
}

function checkSenator(senator: Lawmaker, who: string): string {
  demand(
    senator.title === "senator" && senator.isVoting && senator.district === null && senator.senateClass !== null,
    `${who} is in the Senate, but not described as a senator.`,
  );
  demand(hasSenators(senator.state), `${who} is a senator of ${senator.state}, which has none.`);
  return `${senator.state}, class ${senator.senateClass}`;
}

function checkHouseMember(member: Lawmaker, who: string, seats: Set<string>): string {
  const { state, district } = member;
  demand(district !== null && member.senateClass === null, `${who} is in the House, but has no district.`);
  const seat = districtName({ state, district: district ?? 0 });
  demand(seats.has(seat), `${who} sits in ${seat}, which is not a district.`);
  demand(
    member.title === houseTitle(seatKind(state, district ?? 0)) && member.isVoting === hasSenators(state),
    `${who} sits in ${seat}, but is described as ${member.isVoting ? "a voting" : "a non-voting"} ${member.title.replace("_", " ")}.`,
  );
  return seat;
}

function checkZips({ zipShares, zipPrefixes }: CongressFacts, seats: Set<string>) {
  const sums = new Map<string, number>();
  const rows = new Set<string>();
  for (const { zip, state, district, weight, kind } of zipShares) {
    const isMilitary = kind === "military";
    demand(isMilitary === militaryStates.includes(state), `ZIP ${zip} is of kind ${kind}, but in ${state}.`);
    demand(
      isMilitary ? district === -1 : seats.has(districtName({ state, district })),
      `ZIP ${zip} lies in ${state}-${district}, which is not a district.`,
    );
    const row = `${zip} ${state}-${district}`;
    demand(!rows.has(row), `ZIP ${zip} names ${state}-${district} twice.`);
    rows.add(row);
    sums.set(zip, (sums.get(zip) ?? 0) + weight);
  }
  for (const [zip, sum] of sums) {
    demand(Math.abs(sum - 1) <= 0.01, `The shares of ZIP ${zip} sum to ${sum.toFixed(4)} instead of 1.`);
  }
  demand(sums.size >= FEWEST_ZIPS, `Only ${sums.size} ZIP codes are listed; ${FEWEST_ZIPS} are the least.`);
  const prefixes = new Set(zipPrefixes.map(({ prefix }) => prefix));
  demand(prefixes.size === zipPrefixes.length, "A ZIP prefix is listed twice.");
}

function checkPlaces({ zipPlaces, zipShares }: CongressFacts) {
  const states = new Map<string, Set<string>>();
  for (const { zip, state } of zipShares) states.set(zip, (states.get(zip) ?? new Set()).add(state));
  const zips = new Set(zipPlaces.map(({ zip }) => zip));
  demand(zips.size === zipPlaces.length, "The place of a ZIP code is listed twice.");
  for (const { zip, place, state } of zipPlaces) {
    const known = states.get(zip);
    demand(known === undefined || known.has(state), `ZIP ${zip} is said to be ${place}, ${state}, but lies elsewhere.`);
  }
}

function demand(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new FactsError(otherwise);
}
