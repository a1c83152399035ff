import { and, eq, inArray } from "drizzle-orm";
import { suppressions } from "~db/schema/suppressions";
import type { Context } from "../context";
import { suppressionHash } from "./address-hash";
import type { SuppressionReason } from "./may-receive";

/**
 * Reads why addresses are suppressed, in one query.
 * @returns the reasons by address as given; an address that may have mail is left out
 */
export async function findSuppressions(
  ctx: Context,
  emails: readonly string[],
): Promise<Map<string, Set<SuppressionReason>>> {
  const found = new Map<string, Set<SuppressionReason>>();
  if (emails.length === 0) return found;
  const hashes = new Map(emails.map((email) => [email, suppressionHash(ctx, email)]));
  const rows = await ctx.db
    .select({ addressHash: suppressions.addressHash, reason: suppressions.reason })
    .from(suppressions)
    .where(inArray(suppressions.addressHash, [...new Set(hashes.values())]));
  for (const [email, hash] of hashes) {
    const reasons = rows.filter(({ addressHash }) => addressHash === hash).map(({ reason }) => reason);
    if (reasons.length > 0) found.set(email, new Set(reasons));
  }
  return found;
}

/** Puts a mailbox on the list. Doing it twice leaves the first date. */
export async function suppress(ctx: Context, email: string, reason: SuppressionReason): Promise<void> {
  await ctx.db
    .insert(suppressions)
    .values({ addressHash: suppressionHash(ctx, email), reason, since: ctx.now() })
    .onConflictDoNothing();
}

/** Lets mail go to a mailbox again that had unsubscribed, because its owner said yes anew. */
export async function liftUnsubscription(ctx: Context, email: string): Promise<void> {
  await ctx.db
    .delete(suppressions)
    .where(and(eq(suppressions.addressHash, suppressionHash(ctx, email)), eq(suppressions.reason, "unsubscribed")));
}
