import type { DistrictFinderView } from "./district-finder";
import type { Decision } from "./shapes/decide";

/** What a decision on the device means for somebody of this ZIP code. */
export type FinderAnswer =
  | { kind: "sure" | "outsideZip"; district: number }
  /** `districts`: those that it may be. */
  | { kind: "near" | "outsideZipNear"; districts: number[] }
  | { kind: "tooImprecise" }
  | { kind: "outside" };

/** More choices than these are no help. */
const MOST_CHOICES = 6;

/**
 * The ZIP code tells of the home, a position only of where somebody is: people act at work. So a position never
 * overrules the ZIP code; it picks among the districts that the ZIP code reaches.
 */
export function finderAnswer({ seats }: Pick<DistrictFinderView, "seats">, decision: Decision): FinderAnswer {
  const isLikely = (district: number) => seats.some((seat) => seat.district === district && seat.isLikely);
  if (decision.kind === "outside") return { kind: "outside" };
  if (decision.kind === "sure") {
    const { district } = decision;
    return { kind: isLikely(district) ? "sure" : "outsideZip", district };
  }
  const likely = decision.districts.filter(isLikely);
  const districts = likely.length > 0 ? likely : decision.districts;
  if (districts.length > MOST_CHOICES) return { kind: "tooImprecise" };
  return { kind: likely.length > 0 ? "near" : "outsideZipNear", districts };
}
