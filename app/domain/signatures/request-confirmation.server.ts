import { and, desc, eq, gte } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { type ConsentChoices, consentChoices, sameChoices } from "../consents/consent-choices";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { CONFIRMATION_DAYS, UNCONFIRMED_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/** More mails in a day than this would serve only somebody who wants to annoy the mailbox's owner. */
const MAILS_PER_DAY = 5;
/** Equal posts this close together are one press of the button. */
const SAME_PRESS_MS = 60_000;

/** What one post of the sign form said, beside name and address. */
export interface SignedForm {
  choices: ConsentChoices;
  country: string;
  /** Empty where it leads to no lawmaker. */
  postalCode: string;
  /** The mail holds the code and no link. */
  byCodeOnly: boolean;
  /** When it was sent. */
  givenAt: Date;
}

/**
 * Asks the mailbox's owner to confirm: a row for the link, and the mail, in the transaction of `ctx.db`. Too
 * many requests are dropped without a word, since the answer on screen must not differ.
 */
export async function requestConfirmation(
  ctx: Context,
  signature: { campaignId: string; id: string },
  form: SignedForm,
): Promise<void> {
  const now = ctx.now();
  // One request at a time for each signature: those that come together must see each other to be counted.
  const [locked] = await ctx.db
    .select({ signedAt: signatures.signedAt })
    .from(signatures)
    .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)))
    .for("update");
  if (!locked) return;
  const today = await ctx.db
    .select({
      choices: confirmations.choices,
      country: confirmations.country,
      postalCodeSealed: confirmations.postalCodeSealed,
      createdAt: confirmations.createdAt,
    })
    .from(confirmations)
    .where(
      and(
        eq(confirmations.campaignId, signature.campaignId),
        eq(confirmations.signatureId, signature.id),
        gte(confirmations.createdAt, new Date(now.getTime() - DAY_MS)),
      ),
    )
    .orderBy(desc(confirmations.createdAt));
  if (today.length >= MAILS_PER_DAY) return;
  const latest = today[0];
  if (
    latest &&
    now.getTime() - latest.createdAt.getTime() < SAME_PRESS_MS &&
    latest.country === form.country &&
    openPostalCode(ctx, latest.postalCodeSealed) === form.postalCode &&
    sameChoices(consentChoices.parse(latest.choices), form.choices)
  ) {
    return;
  }

  const id = ctx.newId();
  await ctx.db.insert(confirmations).values({
    campaignId: signature.campaignId,
    id,
    signatureId: signature.id,
    givenAt: form.givenAt,
    choices: form.choices,
    country: form.country,
    postalCodeSealed: sealPostalCode(ctx, form.postalCode),
    byCodeOnly: form.byCodeOnly,
    createdAt: now,
    expiresAt: linkExpiry(now, locked.signedAt),
  });
  await enqueue(ctx, "email-confirmation", { campaignId: signature.campaignId, confirmationId: id });
}

/** The postal code of a form, empty where none was kept. */
export function openPostalCode(ctx: Pick<Context, "vault">, sealed: string | null): string {
  return sealed === null ? "" : ctx.vault.open("signature.postalCode", sealed);
}

/** The opposite of {@link openPostalCode}. */
export function sealPostalCode(ctx: Pick<Context, "vault">, postalCode: string): string | null {
  return postalCode === "" ? null : ctx.vault.seal("signature.postalCode", postalCode);
}

/** When a link stops to work; none outlives its signature. */
export function linkExpiry(now: Date, signedAt: Date): Date {
  return new Date(Math.min(now.getTime() + CONFIRMATION_DAYS * DAY_MS, signedAt.getTime() + UNCONFIRMED_DAYS * DAY_MS));
}
