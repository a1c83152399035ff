import type { CongressIndex } from "./congress-index";
import { formatDistrict, parseDistrict } from "./district";
import { type FactsIndex, factsInForce } from "./facts-in-force";
import { findOffices } from "./find-offices";
import { type DistrictChoice, findZip } from "./find-zip";
import type { Lawmaker } from "./lawmaker";
import { parseZip } from "./zip";

export interface LawmakerEntry {
  bioguide: string;
  name: string;
  party: string;
  chamber: "senate" | "house";
  state: string;
  /** 0 = at large; null = senator. */
  district: number | null;
  phone: string | null;
  contactForm: string | null;
  website: string | null;
}

export interface LawmakersFound {
  /** Five digits; null when a district was asked for. */
  zip: string | null;
  districts: DistrictChoice[];
  lawmakers: LawmakerEntry[];
  /** The day the facts were last true, YYYY-MM-DD. */
  asOf: string;
  /** The ZIP code is military mail, which lies in no district. */
  note?: "military";
}

export interface LawmakersRefused {
  error: { code: string; message: string };
}

export type LawmakersAnswer =
  | { status: 200; body: LawmakersFound }
  | { status: 400 | 404 | 503; body: LawmakersRefused };

/** The answer of `/api/v1/lawmakers` to its two parameters, null when absent. */
export function answerLawmakers(
  index: FactsIndex,
  query: { zip: string | null; district: string | null },
  now: Date,
): LawmakersAnswer {
  if ((query.zip === null) === (query.district === null)) {
    return refuse(400, "zip-or-district", "Give either a zip or a district.");
  }
  const zip = query.zip === null ? null : parseZip(query.zip);
  if (query.zip !== null && zip === null) {
    return refuse(400, "invalid-zip", "A ZIP code has five digits, such as 94110 or 94110-1234.");
  }
  const district = query.district === null ? null : parseDistrict(query.district);
  if (query.district !== null && district === null) {
    return refuse(
      400,
      "invalid-district",
      "A district is a state and a number, such as CA-11, or AK-0 for a state at large.",
    );
  }

  const at = factsInForce(index, now);
  if (at.status === "missing") return refuse(503, "facts-missing", "The facts about Congress are not loaded yet.");
  if (at.status === "expired") {
    return refuse(
      503,
      "facts-expired",
      "The Congress that these facts describe has ended, and the next one's are not here yet.",
    );
  }
  if (zip !== null) return answerZip(at.facts, zip);
  if (district !== null && findOffices(at.facts, district) !== null) {
    return found(at.facts, null, [{ ...district, weight: 1 }]);
  }
  return refuse(404, "district-not-found", "There is no such district in this Congress.");
}

function answerZip(facts: CongressIndex, zip: string): LawmakersAnswer {
  const answer = findZip(facts, zip);
  switch (answer.kind) {
    case "oneDistrict":
    case "severalDistricts":
    case "severalStates":
      return found(facts, zip, [...answer.choices, ...answer.others]);
    case "military":
      return { status: 200, body: { zip, districts: [], lawmakers: [], asOf: facts.origin.asOf, note: "military" } };
    case "noSeat":
      return refuse(404, "zip-not-found", `ZIP code ${zip} lies in a country that elects nobody to Congress.`);
    case "stateOnly":
    case "unknown":
      return refuse(404, "zip-not-found", `ZIP code ${zip} is not known.`);
  }
}

/** Senators first, state by state, then everyone who may hold the House seat. */
function found(facts: CongressIndex, zip: string | null, choices: DistrictChoice[]): LawmakersAnswer {
  const states = [...new Set(choices.map(({ state }) => state))];
  const senators = states.flatMap((state) => facts.senators.get(state) ?? []);
  const house = choices.flatMap((choice) => facts.seats.get(formatDistrict(choice))?.lawmaker ?? []);
  const body = { zip, districts: choices, lawmakers: [...senators, ...house].map(toEntry), asOf: facts.origin.asOf };
  return { status: 200, body };
}

function toEntry(lawmaker: Lawmaker): LawmakerEntry {
  const { bioguide, name, party, chamber, state, district, phone, contactForm, website } = lawmaker;
  return { bioguide, name, party, chamber, state, district, phone, contactForm, website };
}

function refuse(status: 400 | 404 | 503, code: string, message: string): LawmakersAnswer {
  return { status, body: { error: { code, message } } };
}
