import { districtName } from "./district-name";
import type { CongressFacts, DistrictSeat } from "./facts";

export interface FactsCounts {
  senators: number;
  houseMembers: number;
  districts: number;
  vacantSeats: number;
  zips: number;
  zipShares: number;
  zipPrefixes: number;
  zipPlaces: number;
  /** Files of boundaries. */
  shapes: number;
}

export function countFacts(facts: CongressFacts): FactsCounts {
  const senators = facts.lawmakers.filter(({ chamber }) => chamber === "senate").length;
  return {
    senators,
    houseMembers: facts.lawmakers.length - senators,
    districts: facts.districts.length,
    vacantSeats: vacantSeats(facts).length,
    zips: new Set(facts.zipShares.map(({ zip }) => zip)).size,
    zipShares: facts.zipShares.length,
    zipPrefixes: facts.zipPrefixes.length,
    zipPlaces: facts.zipPlaces.length,
    shapes: facts.shapes.length,
  };
}

/** The House seats that no member fills. */
export function vacantSeats({ districts, lawmakers }: Pick<CongressFacts, "districts" | "lawmakers">): DistrictSeat[] {
  const filled = new Set(
    lawmakers.map(({ state, district }) => (district === null ? null : districtName({ state, district }))),
  );
  return districts.filter((seat) => !filled.has(districtName(seat)));
}
