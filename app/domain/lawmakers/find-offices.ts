import type { CongressIndex, HouseSeat } from "./congress-index";
import { formatDistrict } from "./district";
import { isTermOver, type Lawmaker } from "./lawmaker";

/** Whom somebody of a state, or of one district of it, can write to. */
export interface Offices {
  state: string;
  /** Two at most. None for the District of Columbia and the territories, which elect none. */
  senators: readonly Lawmaker[];
  /** Null where the district is not known. */
  house: HouseSeat | null;
}

/** @returns null when there is no such state or no such district in this Congress */
export function findOffices(
  facts: CongressIndex,
  { state, district }: { state: string; district: number | null },
): Offices | null {
  const house = district === null ? null : (facts.seats.get(formatDistrict({ state, district })) ?? null);
  if (district === null ? !hasSeats(facts, state) : house === null) return null;
  return { state, senators: facts.senators.get(state) ?? [], house };
}

/**
 * The senators of a state whose terms run on when their Congress has ended: a third of the Senate is elected
 * at a time, so the others are still right.
 */
export function findLastingSenators(facts: CongressIndex, state: string, now: Date): Lawmaker[] {
  return (facts.senators.get(state) ?? []).filter((senator) => !isTermOver(senator, now));
}

function hasSeats(facts: CongressIndex, state: string): boolean {
  for (const seat of facts.seats.values()) if (seat.state === state) return true;
  return false;
}
