import { type PublishedRegions, SUPPRESSED_BELOW } from "~/domain/counting/publish-regions";
import { exactSteps } from "./exact-steps";

/** Where a petition's signatures come from, ready to be shown: only what may be published. */
export interface SignaturesByCountry {
  /** Most signatures first. Without those who preferred not to say. */
  countries: { code: string; count: number; step: number }[];
  /** Those who preferred not to say; null where that is none, or too few to be told. */
  unsaid: number | null;
  /** In countries that have too few to be told one by one. */
  merged: number;
  mergedBelow: number;
  /** The least of each step of the map's colours, smallest first. */
  steps: number[];
}

/** Each step holds ten times as many as the one before: one large country leaves the others their colours. */
const FIRST_STEP = SUPPRESSED_BELOW;
const MOST_STEPS = 5;

/** What the world's map and its table show. */
export function signaturesByCountry({ countries, unlisted }: PublishedRegions): SignaturesByCountry {
  const listed = Object.entries(countries)
    .filter(([code]) => code !== "ZZ")
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const most = listed[0]?.[1] ?? 0;
  const steps = [FIRST_STEP];
  for (let next = FIRST_STEP * 10; next <= most && steps.length < MOST_STEPS; next *= 10) steps.push(next);
  return {
    countries: listed.map(([code, count]) => ({
      code,
      count,
      step: steps.filter((least) => count >= least).length,
    })),
    unsaid: countries.ZZ ?? null,
    merged: unlisted.countries,
    mergedBelow: SUPPRESSED_BELOW,
    steps,
  };
}

/** The same for people who may see every number: nothing is merged, and a single signature has a colour. */
export function everyCountry(
  counts: readonly { code: string; count: number }[],
): Pick<SignaturesByCountry, "countries" | "steps"> {
  const { places, steps } = exactSteps(counts.filter(({ code }) => code !== "ZZ"));
  return { countries: places, steps };
}
