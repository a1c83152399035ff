import { and, eq } from "drizzle-orm";
import { publicSignatures } from "~db/schema/public-signatures";
import type { Context } from "../context";

/** What is shown of a signature, for the person who signed it. */
export interface OwnPublicSignature {
  showsName: boolean;
  /** Empty where there is none. */
  comment: string;
  commentState: "none" | "waiting" | "approved" | "rejected";
}

/** Null where nothing is shown of it. */
export async function findPublicSignature(
  ctx: Context,
  signature: { campaignId: string; signatureId: string },
): Promise<OwnPublicSignature | null> {
  const [row] = await ctx.db
    .select()
    .from(publicSignatures)
    .where(
      and(
        eq(publicSignatures.campaignId, signature.campaignId),
        eq(publicSignatures.signatureId, signature.signatureId),
      ),
    );
  if (row === undefined) return null;
  return {
    showsName: row.showsName,
    comment: row.commentSealed === null ? "" : ctx.vault.open("signature.comment", row.commentSealed),
    commentState: row.commentState,
  };
}
