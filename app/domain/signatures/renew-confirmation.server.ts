import { and, desc, eq } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { consentChoices } from "../consents/consent-choices";
import type { Context } from "../context";
import { getConfirmation } from "./confirmation.server";
import { isOnMailbox } from "./on-mailbox.server";
import { openPostalCode, requestConfirmation } from "./request-confirmation.server";
import type { SignedPetition } from "./sign-petition-input";

/**
 * Mails a new link in place of one that has expired, to the address that signed.
 * @returns the slug of the campaign
 * @throws {DomainError} tokenNotFound
 */
export async function renewByToken(ctx: Context, token: string): Promise<string> {
  const confirmation = await getConfirmation(ctx, token);
  if (confirmation.state === "pending") {
    await ctx.db.transaction((db) =>
      requestConfirmation(
        { ...ctx, db },
        { campaignId: confirmation.campaignId, id: confirmation.signatureId },
        { ...confirmation, postalCode: confirmation.postalCode ?? "" },
      ),
    );
  }
  return confirmation.campaignSlug;
}

/** Mails a new link for each pending signature of a mailbox. Says nothing about whether there is one. */
export async function renewByEmail(
  ctx: Context,
  petition: Pick<SignedPetition, "id" | "campaignId">,
  email: string,
): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const pending = await db
      .selectDistinctOn([signatures.id], {
        id: signatures.id,
        campaignId: signatures.campaignId,
        choices: confirmations.choices,
        country: confirmations.country,
        postalCodeSealed: confirmations.postalCodeSealed,
        byCodeOnly: confirmations.byCodeOnly,
        givenAt: confirmations.givenAt,
      })
      .from(signatures)
      .innerJoin(
        confirmations,
        and(eq(confirmations.campaignId, signatures.campaignId), eq(confirmations.signatureId, signatures.id)),
      )
      .where(and(isOnMailbox(ctx, petition, email), eq(signatures.state, "pending")))
      .orderBy(signatures.id, desc(confirmations.createdAt));
    for (const signature of pending) {
      await requestConfirmation({ ...ctx, db }, signature, {
        ...signature,
        choices: consentChoices.parse(signature.choices),
        postalCode: openPostalCode(ctx, signature.postalCodeSealed),
      });
    }
  });
}
