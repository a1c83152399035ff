import { consents } from "~db/schema/consents";
import type { Context } from "../context";
import type { ConsentChoices } from "./consent-choices";

/**
 * Writes the evidence of a confirmed form: one row for the petition and one for each further yes. A box left
 * alone leaves no row: without consent there is no datum to share.
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
}
