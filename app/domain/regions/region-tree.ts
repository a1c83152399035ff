/** M49's code of the world, in which everything lies. */
export const WORLD = "001";

/** Countries and M49 regions, each with the region right around it; null above the world. */
export interface RegionTree {
  countries: ReadonlyMap<string, string>;
  regions: ReadonlyMap<string, string | null>;
}

/** The regions around a country or region, nearest first, without the world: KE lies in 014, 202 and 002. */
export function regionsAround({ countries, regions }: RegionTree, place: string): string[] {
  const around: string[] = [];
  const parentOf = (code: string) => countries.get(code) ?? regions.get(code) ?? null;
  for (let code = parentOf(place); code !== null && code !== WORLD && !around.includes(code); code = parentOf(code)) {
    around.push(code);
  }
  return around;
}

/**
 * What is about a place: the country itself, or what lies in the region, and the regions around it. The world is only
 * itself: otherwise everything would be about it.
 */
export function reachOf(tree: RegionTree, place: string): { countries: string[]; regions: string[] } {
  if (place === WORLD) return { countries: [], regions: [WORLD] };
  const within = (codes: Iterable<string>) =>
    [...codes].filter((code) => code === place || regionsAround(tree, code).includes(place));
  return {
    countries: within(tree.countries.keys()),
    regions: [...within(tree.regions.keys()), ...regionsAround(tree, place)],
  };
}
