import { inArray } from "drizzle-orm";
import { z } from "zod";
import { users } from "~db/schema/users";
import type { Context } from "../context";

/**
 * How people are called who stand in a text's or a campaign's history: by their users' names, or as a command named
 * them.
 */
export async function userNames(ctx: Context, who: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(who.filter((one) => one !== null))];
  const names = new Map(asked.map((one) => [one, one]));
  const ids = asked.filter((one) => z.guid().safeParse(one).success);
  if (ids.length === 0) return names;
  const rows = await ctx.db
    .select({ id: users.id, nameSealed: users.nameSealed })
    .from(users)
    .where(inArray(users.id, ids));
  for (const { id, nameSealed } of rows) names.set(id, ctx.vault.open("user.name", nameSealed));
  return names;
}
