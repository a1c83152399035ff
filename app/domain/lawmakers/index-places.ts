import type { PostalPlace } from "~db/congress/facts";

/** The places of ZIP codes, in order of the code. */
export interface IndexedPlaces {
  /** Null when the place of the ZIP code is not known. */
  placeOf(zip: string): PostalPlace | null;
  all(): Iterable<PostalPlace>;
}

/** Keeps the places in arrays of numbers and each name once, where an object for each would take twice as much. */
export function indexPlaces(places: readonly PostalPlace[]): IndexedPlaces {
  const ordered = places.toSorted((a, b) => Number(a.zip) - Number(b.zip));
  const zips = Uint32Array.from(ordered, ({ zip }) => Number(zip));
  const latitudes = Float64Array.from(ordered, ({ latitude }) => latitude);
  const longitudes = Float64Array.from(ordered, ({ longitude }) => longitude);
  const { texts: names, numbers: nameOf } = eachOnce(ordered.map(({ place }) => place));
  const { texts: states, numbers: stateOf } = eachOnce(ordered.map(({ state }) => state));

  const at = (row: number): PostalPlace => ({
    zip: String(zips[row]).padStart(5, "0"),
    place: names[nameOf[row] ?? 0] ?? "",
    state: states[stateOf[row] ?? 0] ?? "",
    latitude: latitudes[row] ?? 0,
    longitude: longitudes[row] ?? 0,
  });
  return {
    placeOf(zip) {
      let low = 0;
      let high = zips.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((zips[middle] ?? 0) < Number(zip)) low = middle + 1;
        else high = middle;
      }
      return zips[low] === Number(zip) ? at(low) : null;
    },
    *all() {
      for (let row = 0; row < zips.length; row++) yield at(row);
    },
  };
}

function eachOnce(values: string[]): { texts: string[]; numbers: Uint16Array } {
  const known = new Map<string, number>();
  const numbers = Uint16Array.from(values, (value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { texts: [...known.keys()], numbers };
}
