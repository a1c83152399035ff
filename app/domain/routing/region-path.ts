import type { RoutingFacts } from "./routing-facts";

/** M49's code of the world, which as a region would hold everything. */
const WORLD = "001";

/** The M49 regions around a country, nearest first, without the world: Kenya is in 014, 202, 002. */
export function regionPath(
  { countries, parentRegions }: Pick<RoutingFacts, "countries" | "parentRegions">,
  country: string,
): string[] {
  const path: string[] = [];
  let code = countries.get(country)?.regionCode ?? null;
  while (code !== null && code !== WORLD && !path.includes(code)) {
    path.push(code);
    code = parentRegions.get(code) ?? null;
  }
  return path;
}
