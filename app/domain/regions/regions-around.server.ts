import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { countries, regions } from "~db/schema/routing";

/** M49's code of the world. */
const WORLD = "001";

/** The M49 regions that a country lies in, nearest first, without the world: KE in 014, 202, 002. Empty for a region. */
export async function regionsAround(ctx: Context, country: string): Promise<string[]> {
  const [found] = await ctx.db
    .select({ code: countries.regionCode })
    .from(countries)
    .where(eq(countries.iso2, country));
  if (found === undefined) return [];
  const rows = await ctx.db.select({ code: regions.code, parentCode: regions.parentCode }).from(regions);
  const parents = new Map(rows.map(({ code, parentCode }) => [code, parentCode]));
  const around: string[] = [];
  for (let code: string | null = found.code; code !== null && code !== WORLD && !around.includes(code); ) {
    around.push(code);
    code = parents.get(code) ?? null;
  }
  return around;
}
