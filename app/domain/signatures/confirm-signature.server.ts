import { and, eq, isNull } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { recordConsents } from "../consents/record-consents.server";
import type { Context } from "../context";
import { type Confirmation, getConfirmation } from "./confirmation.server";
import { type NextStep, nextStep } from "./next-step";
import { territoriesWithSeat } from "./zip-countries";

/** Where a ZIP code lies, as far as it says so by itself. */
export type LocateZip = (zip: string) => { state: string | null; district: number | null };

export type ConfirmOutcome = { result: "confirmed"; campaignSlug: string; next: NextStep } | { result: "expired" };

/**
 * Confirms the signature of a mailed link and writes the consents chosen with it. Pressing twice, or many
 * times at once, confirms once and answers the same.
 * @throws {DomainError} tokenNotFound
 */
export async function confirmByToken(ctx: Context, token: string, locateZip: LocateZip): Promise<ConfirmOutcome> {
  return confirm(ctx, await getConfirmation(ctx, token), locateZip);
}

/** As {@link confirmByToken}, for a confirmation found by other means. */
export async function confirm(ctx: Context, confirmation: Confirmation, locateZip: LocateZip): Promise<ConfirmOutcome> {
  if (confirmation.isExpired && !confirmation.isUsed && confirmation.state !== "confirmed") {
    return { result: "expired" };
  }
  const place = placeOf(confirmation, locateZip);
  if (!confirmation.isUsed && !confirmation.isExpired) {
    await ctx.db.transaction(async (db) => {
      const first = await db
        .update(confirmations)
        .set({ usedAt: ctx.now() })
        .where(
          and(
            eq(confirmations.campaignId, confirmation.campaignId),
            eq(confirmations.id, confirmation.id),
            isNull(confirmations.usedAt),
          ),
        )
        .returning({ id: confirmations.id });
      if (first.length === 0) return;
      await db
        .update(signatures)
        .set({
          state: "confirmed",
          confirmedAt: ctx.now(),
          country: confirmation.country,
          locale: confirmation.locale,
          ...place,
        })
        .where(
          and(
            eq(signatures.campaignId, confirmation.campaignId),
            eq(signatures.id, confirmation.signatureId),
            eq(signatures.state, "pending"),
          ),
        );
      await recordConsents(
        { ...ctx, db },
        { campaignId: confirmation.campaignId, id: confirmation.signatureId },
        confirmation.choices,
        confirmation.givenAt,
      );
    });
  }
  return {
    result: "confirmed",
    campaignSlug: confirmation.campaignSlug,
    next: nextStep({ ...confirmation, ...place }),
  };
}

function placeOf(
  confirmation: Confirmation,
  locateZip: LocateZip,
): { usState: string | null; usDistrict: number | null } {
  if (confirmation.postalCode !== null) {
    const { state, district } = locateZip(confirmation.postalCode);
    if (state !== null) return { usState: state, usDistrict: district };
  }
  if (confirmation.usState !== null) return { usState: confirmation.usState, usDistrict: confirmation.usDistrict };
  const territory = territoriesWithSeat.find((code) => code === confirmation.country);
  return territory ? { usState: territory, usDistrict: 0 } : { usState: null, usDistrict: null };
}
