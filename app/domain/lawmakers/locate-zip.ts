import { type FactsIndex, factsInForce } from "./facts-in-force";
import { findZip } from "./find-zip";
import { parseZip } from "./zip";

/**
 * The state and the district of a postal code, as far as it names one of each; null for what stays open. A post
 * office tells the state only, because people may collect their mail in another district.
 */
export function locateZip(
  index: FactsIndex,
  postalCode: string,
  now: Date,
): { state: string | null; district: number | null } {
  const nowhere = { state: null, district: null };
  const zip = parseZip(postalCode);
  const at = factsInForce(index, now);
  if (zip === null || at.status === "missing") return nowhere;

  const answer = findZip(at.facts, zip);
  switch (answer.kind) {
    case "oneDistrict": {
      const { state, district } = answer.choices[0];
      // Nobody is asked here, so that a sliver of another district leaves it open.
      if (answer.others.some((other) => other.state !== state)) return nowhere;
      const isSure = (answer.place !== "postOffice" && answer.others.length === 0) || district === 0;
      // When their Congress has ended, the old lines tell the state only; one seat for a whole state has no lines.
      return { state, district: isSure && (at.status === "inForce" || district === 0) ? district : null };
    }
    case "severalDistricts":
      return answer.others.some((other) => other.state !== answer.state)
        ? nowhere
        : { state: answer.state, district: null };
    case "stateOnly":
      return { state: answer.states.length === 1 ? (answer.states[0] ?? null) : null, district: null };
    default:
      return nowhere;
  }
}
