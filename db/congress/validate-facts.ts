import { z } from "zod";
import {
  type CongressFacts,
  districtSeat,
  districtShape,
  factsOrigin,
  lawmaker,
  postalPlace,
  zipPrefix,
  zipShare,
} from "./facts";
import { validate } from "./parse-text";
import { sortFacts } from "./sort-facts";

const congressFacts = factsOrigin.extend({
  lawmakers: z.array(lawmaker),
  districts: z.array(districtSeat),
  zipShares: z.array(zipShare),
  zipPrefixes: z.array(zipPrefix),
  zipPlaces: z.array(postalPlace),
  shapes: z.array(districtShape),
});

/**
 * The facts in their own order, each field checked for itself; `checkFacts` looks at them together.
 * @throws {FactsError} that begins with `name`
 */
export function validateFacts(name: string, facts: z.input<typeof congressFacts>): CongressFacts {
  return sortFacts(validate(name, facts, congressFacts));
}
