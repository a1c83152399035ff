import { and, asc, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { confirmations, signatures } from "~db/schema/signatures";
import { isOpen } from "../campaigns/is-open";
import type { Context } from "../context";
import { enqueueAll } from "../outbox/enqueue.server";
import { findSuppressions } from "../suppressions/find-suppressions.server";
import { mayReceive } from "../suppressions/may-receive";
import { issueLink } from "./issue-link.server";
import { CONFIRMATION_DAYS, REMINDED_AFTER_DAYS, REMINDED_BEFORE_DAYS, UNCONFIRMED_DAYS } from "./retention";

const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Asks for the one reminder of every signature that has waited for two days to be confirmed. Each is looked at once:
 * it is stamped with the job in one transaction, also where no reminder is due, because the petition is closed, the
 * address is suppressed or too little time is left. Any number may run at once; rows that another holds are skipped.
 * @returns how many reminders were asked for
 */
export async function remindUnconfirmed(ctx: Context): Promise<number> {
  let reminded = 0;
  for (;;) {
    const batch = await ctx.db.transaction((db) => remindBatch({ ...ctx, db }));
    reminded += batch.reminded;
    if (batch.seen < BATCH) return reminded;
  }
}

async function remindBatch(tx: Context): Promise<{ seen: number; reminded: number }> {
  const now = tx.now();
  const waiting = await tx.db
    .select({
      campaignId: signatures.campaignId,
      id: signatures.id,
      emailSealed: signatures.emailSealed,
      signedAt: signatures.signedAt,
      signals: signatures.signals,
      opensAt: petitions.opensAt,
      closesAt: petitions.closesAt,
      status: campaigns.status,
    })
    .from(signatures)
    .innerJoin(petitions, eq(petitions.id, signatures.petitionId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(
      and(
        eq(signatures.state, "pending"),
        isNull(signatures.remindedAt),
        lte(signatures.signedAt, new Date(now.getTime() - REMINDED_AFTER_DAYS * DAY_MS)),
      ),
    )
    .orderBy(asc(signatures.signedAt))
    .limit(BATCH)
    .for("update", { of: signatures, skipLocked: true });
  if (waiting.length === 0) return { seen: 0, reminded: 0 };

  const inTime = waiting
    .filter((row) => row.status === "published" && isOpen(row, now))
    // Whose first mail waits for staff gets no second one.
    .filter(({ signals }) => !signals.includes("mail-withheld"))
    .filter(({ signedAt }) => now.getTime() - signedAt.getTime() < REMINDED_BEFORE_DAYS * DAY_MS)
    .map((row) => ({ ...row, email: tx.vault.open("signature.email", row.emailSealed) }));
  const suppressed = await findSuppressions(
    tx,
    inTime.map(({ email }) => email),
  );
  const due = inTime.filter(({ email }) => mayReceive("bulk", suppressed.get(email)));

  for (const [campaignId, ids] of idsByCampaign(waiting)) {
    await tx.db
      .update(signatures)
      .set({ remindedAt: now })
      .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids)));
  }
  await enqueueAll(
    tx,
    "email-reminder",
    due.map(({ campaignId, id }) => ({ campaignId, signatureId: id })),
  );
  return { seen: waiting.length, reminded: due.length };
}

function idsByCampaign(rows: readonly { campaignId: string; id: string }[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { campaignId, id } of rows) ids.set(campaignId, [...(ids.get(campaignId) ?? []), id]);
  return ids;
}

/**
 * Makes a fresh link and code for what the newest form of a signature said, for the reminder that is being written.
 * The limits on mails do not count here: there is one reminder. The new link does not outlive the signature.
 * @returns null where there is nothing to confirm any more
 */
export async function issueReminderLink(ctx: Context, wanted: { campaignId: string; signatureId: string }) {
  const now = ctx.now();
  const [signature] = await ctx.db
    .select({ state: signatures.state, signedAt: signatures.signedAt })
    .from(signatures)
    .where(and(eq(signatures.campaignId, wanted.campaignId), eq(signatures.id, wanted.signatureId)))
    .for("update");
  if (signature?.state !== "pending") return null;
  const deletedAt = new Date(signature.signedAt.getTime() + UNCONFIRMED_DAYS * DAY_MS);
  const expiresAt = new Date(Math.min(now.getTime() + CONFIRMATION_DAYS * DAY_MS, deletedAt.getTime()));
  const validDays = Math.floor((expiresAt.getTime() - now.getTime()) / DAY_MS);
  // A reminder that waited this long in the outbox would come too late.
  if (validDays < 1) return null;

  const [newest] = await ctx.db
    .select()
    .from(confirmations)
    .where(and(eq(confirmations.campaignId, wanted.campaignId), eq(confirmations.signatureId, wanted.signatureId)))
    .orderBy(desc(confirmations.createdAt), desc(confirmations.id))
    .limit(1);
  if (!newest) return null;
  const id = ctx.newId();
  await ctx.db.insert(confirmations).values({
    ...newest,
    id,
    tokenHash: null,
    codeHash: null,
    codeAttempts: 0,
    createdAt: now,
    expiresAt,
    usedAt: null,
  });
  const issued = await issueLink(ctx, { campaignId: wanted.campaignId, confirmationId: id });
  return issued && { ...issued, validDays, deletedAt };
}
