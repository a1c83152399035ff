import { and, eq } from "drizzle-orm";
import { publicSignatures } from "~db/schema/public-signatures";
import { signatures } from "~db/schema/signatures";
import { type Revocation, revokeConsents } from "../consents/revoke-consents.server";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";

/**
 * Takes back what a signature said yes to showing: name and comment are shown nowhere any more, the comment is forgotten, and
 * documents that hold either are deleted. Who calls it holds the signature's row.
 */
export async function hideSignature(
  tx: Context,
  signature: { campaignId: string; id: string },
  revocation: Revocation,
): Promise<void> {
  await revokeConsents(tx, signature, ["public_name", "public_comment"], revocation);
  const hidden = await tx.db
    .delete(publicSignatures)
    .where(and(eq(publicSignatures.campaignId, signature.campaignId), eq(publicSignatures.signatureId, signature.id)))
    .returning({ id: publicSignatures.signatureId });
  if (hidden.length > 0) await enqueue(tx, "end-petition-deliveries", { campaignId: signature.campaignId });
}

/** As {@link hideSignature}, for a signature that stays and goes on counting. Pressing twice does it once. */
export async function hideStandingSignature(
  ctx: Context,
  signature: { campaignId: string; id: string },
  page: { locale: string; gpc: boolean },
): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const [held] = await db
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)))
      .for("update");
    if (held !== undefined) await hideSignature({ ...ctx, db }, signature, { source: "confirm_page", ...page });
  });
}
