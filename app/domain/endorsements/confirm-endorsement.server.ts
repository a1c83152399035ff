import { and, eq, inArray, ne } from "drizzle-orm";
import { endorsements } from "~db/schema/endorsements";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { retryConflict } from "../retry-conflict";
import { getEndorsementLink } from "./endorsement-links.server";
import { liveStates } from "./send-endorsement.server";

/**
 * Confirms what the mailed link speaks of; now the campaign may read it. Pressing twice does it once.
 * @returns `alreadyThere` where the mailbox stands under the campaign with another entry: this one is deleted
 * @throws {DomainError} tokenNotFound
 */
export async function confirmEndorsement(
  ctx: Context,
  token: string,
): Promise<"confirmed" | "alreadyThere" | "expired"> {
  const { entry, isExpired } = await getEndorsementLink(ctx, token, "confirm");
  if (entry.state !== "pending") return "confirmed";
  if (isExpired) return "expired";
  return retryConflict(() => ctx.db.transaction((db) => confirm({ ...ctx, db }, entry)));
}

async function confirm(tx: Context, { campaignId, id }: { campaignId: string; id: string }) {
  const isThis = and(eq(endorsements.campaignId, campaignId), eq(endorsements.id, id));
  const [held] = await tx.db.select().from(endorsements).where(isThis).for("update");
  if (held?.state !== "pending" || held.mailboxHash === null) return "confirmed" as const;
  const ofMailbox = and(
    eq(endorsements.campaignId, campaignId),
    eq(endorsements.mailboxHash, held.mailboxHash),
    ne(endorsements.id, id),
  );
  const others = await tx.db
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(and(ofMailbox, inArray(endorsements.state, liveStates)));
  if (others.length > 0) {
    await tx.db.delete(endorsements).where(isThis);
    return "alreadyThere" as const;
  }
  await tx.db.update(endorsements).set({ state: "confirmed", confirmedAt: tx.now() }).where(isThis);
  // Of several forms the one that was confirmed is meant.
  await tx.db.delete(endorsements).where(and(ofMailbox, eq(endorsements.state, "pending")));
  await enqueue(tx, "email-endorsement-link", { campaignId, endorsementId: id });
  return "confirmed" as const;
}
