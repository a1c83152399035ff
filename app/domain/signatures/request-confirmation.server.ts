import { and, desc, eq, gte } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { type ConsentChoices, consentChoices, sameChoices } from "../consents/consent-choices";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";

const HOUR_MS = 3_600_000;

/** How long a link and its code work. */
export const CONFIRMATION_DAYS = 7;
/** More mails in a day than this would serve only somebody who wants to annoy the mailbox's owner. */
const MAILS_PER_DAY = 5;
/** Equal posts this close together are one press of the button. */
const SAME_PRESS_MS = 60_000;

/**
 * Asks the mailbox's owner to confirm: a row for the link, and the mail, in the transaction of `ctx.db`. Too
 * many requests are dropped without a word, since the answer on screen must not differ.
 */
export async function requestConfirmation(
  ctx: Context,
  signature: { campaignId: string; id: string },
  choices: ConsentChoices,
): Promise<void> {
  const now = ctx.now();
  // One request at a time for each signature: those that come together must see each other to be counted.
  await ctx.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)))
    .for("update");
  const today = await ctx.db
    .select({ choices: confirmations.choices, createdAt: confirmations.createdAt })
    .from(confirmations)
    .where(
      and(
        eq(confirmations.campaignId, signature.campaignId),
        eq(confirmations.signatureId, signature.id),
        gte(confirmations.createdAt, new Date(now.getTime() - 24 * HOUR_MS)),
      ),
    )
    .orderBy(desc(confirmations.createdAt));
  if (today.length >= MAILS_PER_DAY) return;
  const latest = today[0];
  if (
    latest &&
    now.getTime() - latest.createdAt.getTime() < SAME_PRESS_MS &&
    sameChoices(consentChoices.parse(latest.choices), choices)
  ) {
    return;
  }

  const id = ctx.newId();
  await ctx.db.insert(confirmations).values({
    campaignId: signature.campaignId,
    id,
    signatureId: signature.id,
    choices,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CONFIRMATION_DAYS * 24 * HOUR_MS),
  });
  await enqueue(ctx, "email-confirmation", { campaignId: signature.campaignId, confirmationId: id });
}
