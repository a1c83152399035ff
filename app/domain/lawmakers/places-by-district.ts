import type { CongressIndex } from "./congress-index";
import { formatDistrict } from "./district";
import type { IndexedPlaces } from "./index-places";

/** Names kept for each district. */
const MOST = 12;

/** Counts once, when first asked: names of places by district, those with most ZIP codes first. */
export function placesByDistrict(
  places: IndexedPlaces,
  sharesOf: CongressIndex["sharesOf"],
): CongressIndex["placesOfDistrict"] {
  let names: Map<string, string[]> | null = null;
  return (district, few) => {
    names ??= count(places, sharesOf);
    return (names.get(formatDistrict(district)) ?? []).slice(0, few);
  };
}

function count(places: IndexedPlaces, sharesOf: CongressIndex["sharesOf"]): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { zip, place } of places.all()) {
    const seat = sharesOf(zip)[0]?.seat;
    if (!seat) continue;
    const id = formatDistrict(seat);
    const ofDistrict = counts.get(id) ?? new Map<string, number>();
    counts.set(id, ofDistrict.set(place, (ofDistrict.get(place) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([id, ofDistrict]) => [
      id,
      [...ofDistrict]
        .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
        .slice(0, MOST)
        .map(([name]) => name),
    ]),
  );
}
