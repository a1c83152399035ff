import { inArray } from "drizzle-orm";
import { partners } from "~db/schema/partners";
import type { Context } from "../context";

/** Names of partners by their ids, in alphabetical order. */
export async function findPartnerNames(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ name: partners.name })
    .from(partners)
    .where(inArray(partners.id, [...ids]))
    .orderBy(partners.name);
  return rows.map(({ name }) => name);
}
