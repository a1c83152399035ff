import { formatDistrict, parseDistrict } from "./district";
import { type FactsIndex, factsInForce } from "./facts-in-force";
import { isTermOver, type Lawmaker } from "./lawmaker";

/** An office of the Congress that sits: that of a member, or of a seat that nobody holds. */
export interface Office {
  congress: number;
  /** The Bioguide id of the member, or the vacant seat as `CA-14`. */
  office: string;
  state: string;
  /** 0 = at large; null = senator. */
  district: number | null;
  /** Null where the seat is vacant. */
  lawmaker: Lawmaker | null;
}

/**
 * An office by the Bioguide id of its member, or by its seat where that is vacant; null when there is none. When the
 * Congress of the facts has ended, only senators whose terms run on are left.
 */
export function findOffice(index: FactsIndex, office: string, now: Date): Office | null {
  const at = factsInForce(index, now);
  if (at.status === "missing") return null;
  const { congress } = at.facts.origin;
  const lawmaker = at.facts.lawmakers.get(office);
  if (lawmaker !== undefined) {
    const isLasting = lawmaker.chamber === "senate" && !isTermOver(lawmaker, now);
    if (at.status === "expired" && !isLasting) return null;
    return { congress, office, state: lawmaker.state, district: lawmaker.district, lawmaker };
  }
  const seat = parseDistrict(office);
  if (seat === null || at.status === "expired") return null;
  return at.facts.seats.get(formatDistrict(seat))?.vacant ? { congress, office, ...seat, lawmaker: null } : null;
}
