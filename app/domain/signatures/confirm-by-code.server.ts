import { and, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { type MadePublicChoice, preparePublicChoices } from "../public-signatures/prepare-public-choices.server";
import { type ConfirmOutcome, confirm } from "./confirm-signature.server";
import { openConfirmation, selectConfirmations } from "./confirmation.server";
import type { LocateZip } from "./confirmed-place";
import { isOnMailbox } from "./on-mailbox.server";
import type { SignedPetition } from "./sign-petition-input";
import { codeHash } from "./signature-hashes";

/** Wrong guesses before a code is dead. With five mails a day and a million codes, guessing is hopeless. */
const MAX_ATTEMPTS = 5;

/**
 * Confirms by the six digits of the mail, for those whose link does not work. A wrong code, a dead one and an
 * address that never signed all answer `wrongCode`. The right code sent again, as by a double press, answers the same.
 * @param choice what shall be shown of the signature, as chosen beside the code
 */
export async function confirmByCode(
  ctx: Context,
  petition: Pick<SignedPetition, "id" | "campaignId">,
  typed: { email: string; code: string },
  locateZip: LocateZip,
  choice: MadePublicChoice | null = null,
): Promise<ConfirmOutcome | { result: "wrongCode" }> {
  const { campaignId } = petition;
  const open = ctx.db
    .select({ id: confirmations.id })
    .from(confirmations)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, confirmations.campaignId), eq(signatures.id, confirmations.signatureId)),
    )
    .where(isOnMailbox(ctx, petition, typed.email));
  // Counting the attempt comes first, so that parallel guesses can't share one.
  const tried = await ctx.db
    .update(confirmations)
    .set({ codeAttempts: sql`${confirmations.codeAttempts} + 1` })
    .where(
      and(
        eq(confirmations.campaignId, campaignId),
        sql`${confirmations.id} in ${open}`,
        isNotNull(confirmations.codeHash),
        gt(confirmations.expiresAt, ctx.now()),
        lt(confirmations.codeAttempts, MAX_ATTEMPTS),
      ),
    )
    .returning({ id: confirmations.id, codeHash: confirmations.codeHash });

  const digits = asciiDigits(typed.code);
  const match = tried.find((row) => row.codeHash === codeHash(ctx, row.id, digits));
  if (!match) return { result: "wrongCode" };
  const [row] = await selectConfirmations(ctx).where(
    and(eq(confirmations.campaignId, campaignId), eq(confirmations.id, match.id)),
  );
  const confirmation = row && openConfirmation(ctx, row);
  const [ready = null] = await preparePublicChoices(ctx, [choice]);
  return (confirmation && (await confirm(ctx, confirmation, locateZip, ready))) ?? { result: "wrongCode" };
}

/** Digits as a keyboard of any script types them (Arabic-Indic, Devanagari …), without spaces. */
function asciiDigits(text: string): string {
  return [...text.normalize("NFKC")]
    .filter((character) => /\p{Nd}/u.test(character))
    .map((character) => decimalValue(character))
    .join("");
}

/** Unicode keeps the ten digits of each script in one run that starts at its zero. */
function decimalValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return point - zero;
}
