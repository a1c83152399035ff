import { and, eq, inArray } from "drizzle-orm";
import { suppressions } from "~db/schema/suppressions";
import type { Context } from "../context";
import { suppressionHash } from "../suppressions/address-hash";

/** When mailboxes unsubscribed from everything that nobody asks for, by address as given. */
export async function unsubscribedSince(
  ctx: Pick<Context, "db" | "vault">,
  emails: readonly string[],
): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const hashes = new Map(emails.map((email) => [email, suppressionHash(ctx, email)]));
  const rows = await ctx.db
    .select({ addressHash: suppressions.addressHash, since: suppressions.since })
    .from(suppressions)
    .where(
      and(inArray(suppressions.addressHash, [...new Set(hashes.values())]), eq(suppressions.reason, "unsubscribed")),
    );
  const byHash = new Map(rows.map(({ addressHash, since }) => [addressHash, since]));
  return new Map(
    [...hashes].flatMap(([email, hash]) => (byHash.has(hash) ? [[email, byHash.get(hash) ?? new Date(0)]] : [])),
  );
}
