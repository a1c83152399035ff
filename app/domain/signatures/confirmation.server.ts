import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { confirmations, signatures } from "~db/schema/signatures";
import { type ConsentChoices, consentChoices } from "../consents/consent-choices";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { tokenHash } from "./signature-hashes";

/** A link's row with the signature it speaks of; names and addresses are open here. */
export interface Confirmation {
  id: string;
  campaignId: string;
  campaignSlug: string;
  signatureId: string;
  state: "pending" | "confirmed";
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  usState: string | null;
  usDistrict: number | null;
  /** The language of the form. */
  locale: string;
  choices: ConsentChoices;
  /** When the form was sent. */
  givenAt: Date;
  /** When the person signed first; no link outlives the signature that it may confirm. */
  signedAt: Date;
  /** Its mail holds no link: see `confirmations`. */
  byCodeOnly: boolean;
  isUsed: boolean;
  isExpired: boolean;
}

/** What every look-up of a confirmation reads. */
export const confirmationColumns = {
  id: confirmations.id,
  campaignId: confirmations.campaignId,
  campaignSlug: campaigns.slug,
  signatureId: confirmations.signatureId,
  state: signatures.state,
  nameSealed: signatures.nameSealed,
  emailSealed: signatures.emailSealed,
  postalCodeSealed: confirmations.postalCodeSealed,
  country: confirmations.country,
  usState: signatures.usState,
  usDistrict: signatures.usDistrict,
  choices: confirmations.choices,
  givenAt: confirmations.givenAt,
  signedAt: signatures.signedAt,
  byCodeOnly: confirmations.byCodeOnly,
  expiresAt: confirmations.expiresAt,
  usedAt: confirmations.usedAt,
  tokenHash: confirmations.tokenHash,
};

/** Confirmations with their signature and campaign. */
export function selectConfirmations(ctx: Context) {
  return ctx.db
    .select(confirmationColumns)
    .from(confirmations)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, confirmations.campaignId), eq(signatures.id, confirmations.signatureId)),
    )
    .innerJoin(campaigns, eq(campaigns.id, confirmations.campaignId));
}

type ConfirmationRow = Awaited<ReturnType<typeof selectConfirmations>>[number];

/** Opens a row, or gives null where the signature was withdrawn or struck: such a link leads nowhere. */
export function openConfirmation(ctx: Context, row: ConfirmationRow): Confirmation | null {
  const { nameSealed, emailSealed, postalCodeSealed, expiresAt, usedAt, tokenHash: _, state, choices, ...rest } = row;
  if (state !== "pending" && state !== "confirmed") return null;
  const parsed = consentChoices.parse(choices);
  return {
    ...rest,
    state,
    choices: parsed,
    locale: parsed.locale,
    name: ctx.vault.open("signature.name", nameSealed),
    email: ctx.vault.open("signature.email", emailSealed),
    postalCode: postalCodeSealed === null ? null : ctx.vault.open("signature.postalCode", postalCodeSealed),
    isUsed: usedAt !== null,
    isExpired: expiresAt <= ctx.now(),
  };
}

/**
 * Finds what a mailed link would confirm; changes nothing.
 * @throws {DomainError} tokenNotFound
 */
export async function getConfirmation(ctx: Context, token: string): Promise<Confirmation> {
  const [row] = await selectConfirmations(ctx).where(eq(confirmations.tokenHash, tokenHash(ctx, token)));
  const confirmation = row && openConfirmation(ctx, row);
  if (!confirmation) throw new DomainError("tokenNotFound");
  return confirmation;
}
