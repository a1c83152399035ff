import type { CongressFacts } from "./facts";

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Puts each list in the order of its key, so that equal facts are equal texts wherever they were read. */
export function sortFacts(facts: CongressFacts): CongressFacts {
  return {
    ...facts,
    lawmakers: facts.lawmakers.toSorted((a, b) => byText(a.bioguide, b.bioguide)),
    districts: facts.districts.toSorted((a, b) => byText(a.state, b.state) || a.district - b.district),
    zipShares: facts.zipShares.toSorted(
      (a, b) => byText(a.zip, b.zip) || b.weight - a.weight || byText(a.state, b.state) || a.district - b.district,
    ),
    zipPrefixes: facts.zipPrefixes.toSorted((a, b) => byText(a.prefix, b.prefix)),
    zipPlaces: facts.zipPlaces.toSorted((a, b) => byText(a.zip, b.zip)),
    shapes: facts.shapes.toSorted((a, b) => byText(a.detail, b.detail) || byText(a.state, b.state)),
  };
}
