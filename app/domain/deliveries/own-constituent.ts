import type { CongressIndex } from "../lawmakers/congress-index";
import { findZip } from "../lawmakers/find-zip";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { parseZip } from "../lawmakers/zip";

/**
 * Whether an office may be that of somebody who lives at an address, as far as the ZIP code tells: an office refuses those
 * of others. A ZIP code that is not listed speaks against nobody of the state.
 */
export function isOwnConstituent(
  facts: CongressIndex,
  { state, district }: Pick<Lawmaker, "state" | "district">,
  address: { state: string; zip: string },
): boolean {
  if (address.state !== state) return false;
  const zip = parseZip(address.zip);
  if (zip === null) return false;
  const answer = findZip(facts, zip);
  switch (answer.kind) {
    case "unknown":
    case "noSeat":
    // Where the military takes mail nobody votes: the home address counts.
    case "military":
      return false;
    case "stateOnly":
      return answer.states.includes(state);
    default:
      return answer.choices.some(
        (choice) => choice.state === state && (district === null || choice.district === district),
      );
  }
}
