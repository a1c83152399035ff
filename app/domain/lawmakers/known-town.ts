import { type FactsIndex, factsInForce } from "./facts-in-force";
import type { WhereYouLive } from "./where-you-live";
import { parseZip } from "./zip";

/**
 * What the address of a page tells of somebody's town, to be shown in fields that stay open to change: the ZIP code and the
 * post office's name for it, where that lies in the state of the offices. Empty where it tells nothing.
 */
export function knownTown(
  index: FactsIndex,
  where: WhereYouLive,
  states: readonly string[],
  now: Date,
): { city: string; zip: string } {
  const zip = where.zip === null ? null : parseZip(where.zip);
  if (zip === null) return { city: "", zip: "" };
  const at = factsInForce(index, now);
  const place = at.status === "missing" ? null : at.facts.placeOf(zip);
  const isHere = place !== null && states.every((state) => state === place.state);
  return { city: isHere ? place.place : "", zip };
}
