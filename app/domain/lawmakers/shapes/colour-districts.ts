import type { StateShapes } from "./state-shapes";

/** How many looks there are: colours, each with a pattern of its own. */
export const LOOKS = 6;

/** A look for each district, so that none touches another of the same look. */
export function colourDistricts({ districts }: Pick<StateShapes, "districts">): Map<number, number> {
  const owners = new Map<number, number[]>();
  for (const { district, lines } of districts) {
    for (const line of lines) owners.set(line, [...(owners.get(line) ?? []), district]);
  }
  const looks = new Map<number, number>();
  for (const { district, lines } of districts) {
    const taken = new Set(lines.flatMap((line) => (owners.get(line) ?? []).map((other) => looks.get(other))));
    let look = 0;
    while (taken.has(look) && look < LOOKS - 1) look++;
    looks.set(district, look);
  }
  return looks;
}
