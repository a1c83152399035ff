import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type Regulator, regulator } from "~db/schema/content/regulator";
import { countries } from "~db/schema/routing";

export interface Country {
  iso2: string;
  /** M49 sub-region. */
  regionCode: string;
  groups: string[];
  /** PR is US-PR. */
  aliasSubdivision: string | null;
  /** Null where the routing table does not list the country. */
  actions: string[] | null;
  lawName: string | null;
  /** Shown only where `verified`. */
  regulator: Regulator | null;
}

/** A country or territory by its code, or null where there is none, as for ZZ. */
export async function findCountry(ctx: Context, iso2: string): Promise<Country | null> {
  const [row] = await ctx.db.select().from(countries).where(eq(countries.iso2, iso2));
  return row === undefined ? null : readCountry(row);
}

/** A row as stored, with its JSON validated. */
export function readCountry(row: typeof countries.$inferSelect): Country {
  return { ...row, regulator: regulator.nullable().parse(row.regulator) };
}
