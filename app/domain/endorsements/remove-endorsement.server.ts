import { and, eq } from "drizzle-orm";
import { endorsementLinks, endorsements, publicEndorsements } from "~db/schema/endorsements";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { getEndorsementLink } from "./endorsement-links.server";

/** In the audit log: its author, by the mailed link. */
const AUTHOR = "endorser";

/**
 * Removes an entry for its author: it is public no more, what was entered is forgotten at once, and documents that hold it
 * are deleted. Pressing twice does it once.
 * @throws {DomainError} tokenNotFound
 */
export async function removeEndorsement(ctx: Context, token: string): Promise<"removed" | "expired"> {
  const { entry, isExpired } = await getEndorsementLink(ctx, token, "manage");
  if (entry.state === "removed") return "removed";
  if (isExpired) return "expired";
  const { campaignId, id } = entry;
  const isThis = and(eq(endorsements.campaignId, campaignId), eq(endorsements.id, id));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db.select({ state: endorsements.state }).from(endorsements).where(isThis).for("update");
    if (held === undefined || held.state === "removed") return;
    await db
      .delete(publicEndorsements)
      .where(and(eq(publicEndorsements.campaignId, campaignId), eq(publicEndorsements.id, id)));
    await db
      .delete(endorsementLinks)
      .where(
        and(
          eq(endorsementLinks.campaignId, campaignId),
          eq(endorsementLinks.endorsementId, id),
          eq(endorsementLinks.purpose, "confirm"),
        ),
      );
    await db
      .update(endorsements)
      .set({
        state: "removed",
        removedAt: ctx.now(),
        contentSealed: null,
        emailSealed: null,
        mailboxHash: null,
        reasonSealed: null,
      })
      .where(isThis);
    await enqueue(tx, "end-petition-deliveries", { campaignId });
    await recordAudit(tx, { actor: AUTHOR, action: "endorsement.remove", campaignId, facts: { endorsement: id } });
  });
  return "removed";
}
