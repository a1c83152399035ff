import type { CongressIndex } from "./congress-index";
import { formatDistrict } from "./district";
import { findZip } from "./find-zip";
import type { ZipCase } from "./zip-cases";

export interface CheckedCase {
  isSatisfied: boolean;
  /** We offer what was expected and nothing else. */
  isExact: boolean;
  /** What we answer, in a few words: `MA-7, MA-5`, `military`, `AK (state only)`. */
  answered: string;
}

/** States in which the answer to a ZIP code may be that it is military mail, or of a country that elects nobody. */
const militaryMail = new Set(["AA", "AE", "AP"]);
const ownCountries = new Set(["FM", "MH", "PW"]);

/**
 * Whether our answer to a ZIP code leads to where a case says that it should:
 * - its state (or each of several) is among those that we show or ask among, and
 * - each of its districts is among those that we offer; where it names none, the state is enough.
 * - Military mail (by its kind or its state) is satisfied where we ask for the last home, whatever state it names.
 * - A case without a state is satisfied where we don't know the code, where it is of a country of its own, or military.
 */
export function checkZipCase(facts: CongressIndex, { zip, states, districts, kind }: ZipCase): CheckedCase {
  const answer = findZip(facts, zip);
  switch (answer.kind) {
    case "military": {
      const isMeant = districts.length === 0 && (isMilitary(kind) || states.every((state) => militaryMail.has(state)));
      return { isSatisfied: isMeant, isExact: isMeant, answered: "military" };
    }
    case "unknown":
    case "noSeat": {
      const isMeant = districts.length === 0 && states.every((state) => ownCountries.has(state));
      return { isSatisfied: isMeant, isExact: isMeant, answered: answer.kind === "noSeat" ? "no seat" : "unknown" };
    }
    case "stateOnly": {
      // We say that we don't know the code, and offer the states that its first digits tell.
      const isMeant = districts.length === 0 && states.every((state) => answer.states.includes(state));
      const isExact = isMeant && (states.length === 0 || states.length === answer.states.length);
      return { isSatisfied: isMeant, isExact, answered: `not known, perhaps ${answer.states.join(", ")}` };
    }
  }
  const offered = [...answer.choices, ...answer.others];
  const names = offered.map(formatDistrict);
  const expected = districts.map(formatDistrict);
  const hasStates = states.length > 0 && states.every((state) => offered.some((one) => one.state === state));
  const isSatisfied = hasStates && !isMilitary(kind) && expected.every((name) => names.includes(name));
  const isAlone =
    expected.length > 0
      ? names.every((name) => expected.includes(name))
      : offered.every(({ state }) => states.includes(state));
  const isExact = isSatisfied && isAlone;
  return { isSatisfied, isExact, answered: names.join(", ") };
}

const isMilitary = (kind: string) => /military|\b[afd]po\b/i.test(kind);
