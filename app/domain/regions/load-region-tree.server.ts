import type { Context } from "~/domain/context";
import { countries, regions } from "~db/schema/routing";
import type { RegionTree } from "./region-tree";

export async function loadRegionTree(ctx: Context): Promise<RegionTree> {
  const [countryRows, regionRows] = await Promise.all([
    ctx.db.select({ code: countries.iso2, parent: countries.regionCode }).from(countries),
    ctx.db.select({ code: regions.code, parent: regions.parentCode }).from(regions),
  ]);
  return {
    countries: new Map(countryRows.map(({ code, parent }) => [code, parent])),
    regions: new Map(regionRows.map(({ code, parent }) => [code, parent])),
  };
}
