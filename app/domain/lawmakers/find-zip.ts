import type { CongressIndex, IndexedShare } from "./congress-index";
import type { District } from "./district";
import { findTerritory } from "./territory-zips";

/** A district that a ZIP code may lie in. `weight` is a share of area: it orders the choices and never chooses. */
export interface DistrictChoice extends District {
  weight: number;
}

/**
 * What the ZIP code covers. `area`: homes. `postOffice`: boxes or one large receiver; it says where the mail
 * is, not where the voter lives. `unlisted`: a code that is not listed, in a territory that has one seat anyway.
 */
export type ZipPlace = "area" | "postOffice" | "unlisted";

/** `others`: districts of which the ZIP code holds a sliver, which may be no more than an unclean line in the data. */
interface Choices {
  place: ZipPlace;
  others: DistrictChoice[];
}

export type ZipAnswer =
  | ({ kind: "oneDistrict"; choices: [DistrictChoice] } & Choices)
  /** All in one state, whose senators are sure. */
  | ({ kind: "severalDistricts"; state: string; choices: DistrictChoice[] } & Choices)
  | ({ kind: "severalStates"; states: string[]; choices: DistrictChoice[] } & Choices)
  /** APO, FPO, DPO: the person votes where the last home was. */
  | { kind: "military" }
  /** Not listed; the first three digits tell the state, or a few, the likeliest first. */
  | { kind: "stateOnly"; states: string[] }
  /** U.S. mail in a country of its own. */
  | { kind: "noSeat" }
  | { kind: "unknown" };

/** A share of area below it is a sliver. */
const SLIVER = 0.002;

/** What a ZIP code of five digits tells, the likeliest district first. */
export function findZip(facts: CongressIndex, zip: string): ZipAnswer {
  const shares = facts.sharesOf(zip);
  if (shares.length === 0) return findUnlisted(facts, zip);
  if (shares.some(({ kind }) => kind === "military")) return { kind: "military" };

  const place = shares.some(({ kind }) => kind === "point") ? "postOffice" : "area";
  const all = shares.flatMap(toChoice);
  const [first] = all;
  if (first === undefined) return { kind: "unknown" };
  const choices = all.filter((choice) => choice === first || choice.weight >= SLIVER);
  const others = all.filter((choice) => !choices.includes(choice));
  if (choices.length === 1) return { kind: "oneDistrict", choices: [first], place, others };
  const states = [...new Set(choices.map(({ state }) => state))];
  return states.length === 1
    ? { kind: "severalDistricts", state: first.state, choices, place, others }
    : { kind: "severalStates", states, choices, place, others };
}

function findUnlisted(facts: CongressIndex, zip: string): ZipAnswer {
  const territory = findTerritory(zip);
  if (territory?.state === null) return { kind: "noSeat" };
  if (territory !== null) {
    const choice = { state: territory.state, district: 0, weight: 1 };
    return { kind: "oneDistrict", choices: [choice], place: "unlisted", others: [] };
  }
  const prefix = facts.prefixes.get(zip.slice(0, 3));
  if (prefix === undefined) return { kind: "unknown" };
  if (prefix.kind === "military") return { kind: "military" };
  // A prefix may share a state with a territory; the territory's own codes have been answered above.
  return { kind: "stateOnly", states: prefix.states.filter((state) => facts.senators.has(state) || state === "DC") };
}

function toChoice({ seat, weight }: IndexedShare): DistrictChoice[] {
  return seat === null ? [] : [{ state: seat.state, district: seat.district, weight }];
}
