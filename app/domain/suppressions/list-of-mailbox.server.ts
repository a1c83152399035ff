import { and, eq, ne, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { mailboxHash } from "../signatures/signature-hashes";

/** Petitions asked about in one statement. */
const PETITIONS_AT_ONCE = 100;

/**
 * The signatures of a mailbox under all petitions of a host, in whatever state. Each campaign hashes a mailbox
 * differently, so they are asked one by one, by the indexes.
 */
export async function listOfMailbox(
  ctx: Context,
  hostId: string,
  email: string,
): Promise<{ campaignId: string; id: string }[]> {
  const ofHost = await ctx.db
    .select({ id: petitions.id, campaignId: petitions.campaignId })
    .from(petitions)
    .innerJoin(campaigns, eq(campaigns.id, petitions.campaignId))
    .where(eq(campaigns.hostId, hostId));
  const found: { campaignId: string; id: string }[] = [];
  for (let at = 0; at < ofHost.length; at += PETITIONS_AT_ONCE) {
    const keys = ofHost
      .slice(at, at + PETITIONS_AT_ONCE)
      .map(({ id, campaignId }) => sql`(${campaignId}::uuid, ${id}::uuid, ${mailboxHash(ctx, campaignId, email)})`);
    const key = sql`(${signatures.campaignId}, ${signatures.petitionId}, ${signatures.mailboxHash})`;
    const isOne = sql`${key} in (${sql.join(keys, sql`, `)})`;
    // One index holds the withdrawn and another the rest; asked together, neither would be used.
    for (const state of [ne(signatures.state, "withdrawn"), eq(signatures.state, "withdrawn")]) {
      const rows = await ctx.db
        .select({ campaignId: signatures.campaignId, id: signatures.id })
        .from(signatures)
        .where(and(state, isOne));
      found.push(...rows);
    }
  }
  // Whoever locks them does it in one order.
  return found.sort((a, b) => (a.campaignId + a.id < b.campaignId + b.id ? -1 : 1));
}
