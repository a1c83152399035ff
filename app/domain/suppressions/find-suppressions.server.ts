import { and, eq, inArray, lt, sql } from "drizzle-orm";
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

/** Puts a mailbox on the list, or notes that it was meant again. */
export function suppress(ctx: Context, email: string, reason: SuppressionReason): Promise<void> {
  return suppressHash(ctx, suppressionHash(ctx, email), reason);
}

/** As {@link suppress}, where only the hash of the mailbox is left. */
export async function suppressHash(ctx: Context, addressHash: string, reason: SuppressionReason): Promise<void> {
  await ctx.db
    .insert(suppressions)
    .values({ addressHash, reason, since: ctx.now() })
    .onConflictDoUpdate({
      target: [suppressions.addressHash, suppressions.reason],
      set: { since: sql`greatest(${suppressions.since}, excluded.since)` },
    });
}

/**
 * Lets mail go again to a mailbox that had unsubscribed, because its owner said yes anew.
 * @param saidAt when the yes was given: one from before the unsubscription does not undo it
 */
export async function liftUnsubscription(ctx: Context, email: string, saidAt: Date): Promise<void> {
  await ctx.db
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.addressHash, suppressionHash(ctx, email)),
        eq(suppressions.reason, "unsubscribed"),
        lt(suppressions.since, saidAt),
      ),
    );
}
