import type { CongressFacts, ZipShare } from "./facts";
import { sharesByZip } from "./shares-by-zip";
import { nonVotingSeats } from "./states";

/** Two ways to measure one area differ by less. */
const LEAST_MOVE = 0.05;

/**
 * The Census Bureau knows ZIP codes with an area only. Military mail and the post offices are taken over from the facts
 * that are known: a post office where the lines of its state are the same as before, or where one seat has the
 * whole state. Elsewhere it is left out, and its first three digits tell the state.
 * @param known facts of the same Congress or of the one before
 */
export function completeCensusShares(census: readonly ZipShare[], known: CongressFacts): ZipShare[] {
  const redrawn = redrawnStates(census, known.zipShares);
  const listed = new Set(census.map(({ zip }) => zip));
  const told = new Set(census.map(({ state }) => state));
  const added = [...sharesByZip(known.zipShares)].flatMap(([zip, rows]) => {
    if (listed.has(zip)) return [];
    const isKept = rows.every(
      ({ kind, state, district }) =>
        kind === "military" ||
        (nonVotingSeats.includes(state) && !told.has(state)) ||
        (kind === "point" && (district === 0 || !redrawn.has(state))),
    );
    return isKept ? rows : [];
  });
  return [...census, ...added];
}

function redrawnStates(after: readonly ZipShare[], before: readonly ZipShare[]): Set<string> {
  const key = ({ zip, state, district }: ZipShare) => `${zip} ${state} ${district}`;
  const areas = (shares: readonly ZipShare[]) => shares.filter(({ kind }) => kind === "zcta");
  const old = new Map(areas(before).map((share) => [key(share), share.weight]));
  const states = new Set<string>();
  for (const share of areas(after)) {
    if (Math.abs(share.weight - (old.get(key(share)) ?? 0)) > LEAST_MOVE) states.add(share.state);
    old.delete(key(share));
  }
  for (const [gone, weight] of old) if (weight > LEAST_MOVE) states.add(gone.slice(6, 8));
  return states;
}
