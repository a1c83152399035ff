import type { CongressIndex } from "./congress-index";

/** The facts of every Congress that is known. */
export type FactsIndex = readonly CongressIndex[];

export type FactsAt =
  | { status: "inForce"; facts: CongressIndex }
  /** The last Congress that is known has ended. Its House members and districts must not be shown any more. */
  | { status: "expired"; facts: CongressIndex }
  | { status: "missing" };

/** The facts that hold at a moment: those of the Congress that sits then. */
export function factsInForce(index: FactsIndex, now: Date): FactsAt {
  const inForce = index.find(({ origin }) => origin.validFrom <= now && now < origin.validUntil);
  if (inForce !== undefined) return { status: "inForce", facts: inForce };
  const ended = index
    .filter(({ origin }) => origin.validUntil <= now)
    .toSorted((a, b) => b.origin.validUntil.getTime() - a.origin.validUntil.getTime())[0];
  return ended === undefined ? { status: "missing" } : { status: "expired", facts: ended };
}
