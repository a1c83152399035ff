import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { confirmations, signatures } from "~db/schema/signatures";
import { revokeConsents } from "../consents/revoke-consents.server";
import { hasNewsletterYes } from "../consents/standing-yes.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { hideSignature } from "../public-signatures/hide-signature.server";
import { tokenHash } from "./signature-hashes";

/** Where the withdrawal was asked for. */
export interface WithdrawalPage {
  locale: string;
  /** Whether the browser sent `Sec-GPC: 1`. */
  gpc: boolean;
}

/**
 * Withdraws the signature of a mailed link. Pressing twice withdraws once and answers the same.
 * @returns `notConfirmed` where nothing was counted: such a signature goes by itself
 * @throws {DomainError} tokenNotFound
 */
export async function withdrawByToken(
  ctx: Context,
  token: string,
  page: WithdrawalPage,
): Promise<"withdrawn" | "notConfirmed"> {
  const signature = await findByToken(ctx, token);
  if (!signature || signature.state === "struck") throw new DomainError("tokenNotFound");
  if (signature.state === "pending") return "notConfirmed";
  await withdrawSignature(ctx, signature, page);
  return "withdrawn";
}

/**
 * Withdraws a confirmed signature: it is counted no more, its consents to the petition, to partners and to being shown are
 * taken back, and its name and comment are forgotten at once. The newsletter is another matter: while a yes to it stands, the address
 * is kept for it alone. The person may sign again at any time.
 */
export async function withdrawSignature(
  ctx: Context,
  signature: { campaignId: string; id: string },
  page: WithdrawalPage,
): Promise<void> {
  const isThis = and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db.select({ state: signatures.state }).from(signatures).where(isThis).for("update");
    if (held?.state !== "confirmed") return;
    await revokeConsents(tx, signature, ["petition", "partner_sharing"], { source: "withdrawal", ...page });
    await hideSignature(tx, signature, { source: "withdrawal", ...page });
    const [kept] = await db
      .select({ forNewsletter: hasNewsletterYes(tx) })
      .from(signatures)
      .where(isThis);
    await db
      .update(signatures)
      .set({
        state: "withdrawn",
        withdrawnAt: ctx.now(),
        heldAt: null,
        nameSealed: ctx.vault.seal("signature.name", ""),
        ...(kept?.forNewsletter ? {} : { emailSealed: ctx.vault.seal("signature.email", "") }),
      })
      .where(isThis);
  });
}

/** Whether a mailed link speaks of a signature that was withdrawn, and of which campaign. */
export async function findWithdrawn(ctx: Context, token: string): Promise<{ campaignSlug: string } | null> {
  const signature = await findByToken(ctx, token);
  return signature?.state === "withdrawn" ? signature : null;
}

async function findByToken(ctx: Context, token: string) {
  const [row] = await ctx.db
    .select({
      campaignId: signatures.campaignId,
      id: signatures.id,
      state: signatures.state,
      campaignSlug: campaigns.slug,
    })
    .from(confirmations)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, confirmations.campaignId), eq(signatures.id, confirmations.signatureId)),
    )
    .innerJoin(campaigns, eq(campaigns.id, confirmations.campaignId))
    .where(eq(confirmations.tokenHash, tokenHash(ctx, token)));
  return row ?? null;
}
