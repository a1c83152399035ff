import { and, eq } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { type Confirmation, openConfirmation, selectConfirmations } from "./confirmation.server";
import { codeHash, tokenHash } from "./signature-hashes";

/**
 * Makes the secret link and code of a confirmation, for the mail that is being written. Only their hashes
 * stay here.
 * @returns null where there is nothing to confirm any more
 */
export async function issueLink(
  ctx: Context,
  wanted: { campaignId: string; confirmationId: string },
): Promise<{ confirmation: Confirmation; token: string; code: string } | null> {
  const isWanted = and(eq(confirmations.campaignId, wanted.campaignId), eq(confirmations.id, wanted.confirmationId));
  const [row] = await selectConfirmations(ctx).where(isWanted);
  const confirmation = row ? openConfirmation(ctx, row) : null;
  if (confirmation?.state !== "pending" || confirmation.isUsed || confirmation.isExpired) return null;

  const token = ctx.newToken();
  const code = ctx.newCode();
  await ctx.db
    .update(confirmations)
    .set({ tokenHash: tokenHash(ctx, token), codeHash: codeHash(ctx, confirmation.id, code) })
    .where(isWanted);
  return { confirmation, token, code };
}
