import { and, eq } from "drizzle-orm";
import { consents } from "~db/schema/consents";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { liftUnsubscription } from "../suppressions/find-suppressions.server";
import type { ConsentChoices } from "./consent-choices";

/**
 * Writes the evidence of a confirmed form: one row for the petition and one for each further yes. A box left
 * alone leaves no row: without consent there is no datum to share. A yes to the newsletter lets mail go again to a
 * mailbox that had unsubscribed before the form was sent.
 */
export async function recordConsents(
  ctx: Context,
  signature: { campaignId: string; id: string },
  choices: ConsentChoices,
  givenAt: Date,
): Promise<void> {
  const row = (purpose: "petition" | "newsletter" | "partner_sharing", partnerId: string | null) => ({
    campaignId: signature.campaignId,
    id: ctx.newId(),
    signatureId: signature.id,
    purpose,
    partnerId,
    granted: true,
    wordingId: choices.wordingIds[purpose],
    locale: choices.locale,
    source: "sign_form" as const,
    gpc: choices.gpc,
    givenAt,
    recordedAt: ctx.now(),
  });
  await ctx.db
    .insert(consents)
    .values([
      row("petition", null),
      ...(choices.newsletter ? [row("newsletter", null)] : []),
      ...choices.partnerIds.map((partnerId) => row("partner_sharing", partnerId)),
    ]);
  if (choices.newsletter) await resubscribe(ctx, signature, givenAt);
}

async function resubscribe(ctx: Context, signature: { campaignId: string; id: string }, givenAt: Date) {
  const [signer] = await ctx.db
    .select({ emailSealed: signatures.emailSealed })
    .from(signatures)
    .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)));
  if (signer) await liftUnsubscription(ctx, ctx.vault.open("signature.email", signer.emailSealed), givenAt);
}
