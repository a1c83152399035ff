import { and, eq, exists, isNotNull, lt, or, sql } from "drizzle-orm";
import { localMails, outbox } from "~db/schema/outbox";
import { confirmations, signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { forgetWithdrawn } from "./forget-withdrawn.server";
import { UNCONFIRMED_DAYS } from "./retention";

const DAY_MS = 86_400_000;

/** A postal code is kept after confirming only so that a second press leads to the same page. */
const POSTAL_CODE_MS = 45 * 60_000;
const DONE_JOB_DAYS = 7;

/** Deletes what is kept no longer than its purpose. Safe to run at any time and by several processes. */
export async function forgetWhatIsOver(ctx: Context): Promise<{ signatures: number; postalCodes: number }> {
  const before = (ms: number) => new Date(ctx.now().getTime() - ms);
  const unconfirmed = await ctx.db
    .delete(signatures)
    .where(and(eq(signatures.state, "pending"), lt(signatures.signedAt, before(UNCONFIRMED_DAYS * DAY_MS))))
    .returning({ id: signatures.id });
  await forgetWithdrawn(ctx);
  const postalCodes = await ctx.db
    .update(confirmations)
    .set({ postalCodeSealed: null })
    .where(
      and(
        isNotNull(confirmations.postalCodeSealed),
        or(lt(confirmations.usedAt, before(POSTAL_CODE_MS)), isOfConfirmedSignature(ctx, before(POSTAL_CODE_MS))),
      ),
    )
    .returning({ id: confirmations.id });
  await ctx.db.delete(outbox).where(lt(outbox.doneAt, before(DONE_JOB_DAYS * DAY_MS)));
  // What was given up stays in sight of staff, but the sealed mail in it names a person.
  await ctx.db
    .update(outbox)
    .set({ stateSealed: null, payload: {} })
    .where(and(lt(outbox.deadAt, before(UNCONFIRMED_DAYS * DAY_MS)), sql`${outbox.payload} <> '{}'::jsonb`));
  await ctx.db.delete(localMails).where(lt(localMails.createdAt, before(UNCONFIRMED_DAYS * DAY_MS)));
  return { signatures: unconfirmed.length, postalCodes: postalCodes.length };
}

/** Links of a signature that another of its links has confirmed. */
function isOfConfirmedSignature(ctx: Context, confirmedBefore: Date) {
  return exists(
    ctx.db
      .select({ id: signatures.id })
      .from(signatures)
      .where(
        and(
          eq(signatures.campaignId, confirmations.campaignId),
          eq(signatures.id, confirmations.signatureId),
          lt(signatures.confirmedAt, confirmedBefore),
        ),
      ),
  );
}
