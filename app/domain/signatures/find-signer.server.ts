import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";

/** Who signed, to write to them. Null once the signature is gone, withdrawn or struck. */
export async function findSigner(ctx: Context, wanted: { campaignId: string; signatureId: string }) {
  const [row] = await ctx.db
    .select({ signature: signatures, campaignSlug: campaigns.slug })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(and(eq(signatures.campaignId, wanted.campaignId), eq(signatures.id, wanted.signatureId)));
  if (!row || row.signature.state === "withdrawn" || row.signature.state === "struck") return null;
  const { signature, campaignSlug } = row;
  return {
    campaignSlug,
    country: signature.country,
    locale: signature.locale,
    name: ctx.vault.open("signature.name", signature.nameSealed),
    email: ctx.vault.open("signature.email", signature.emailSealed),
  };
}
