import { and, count, eq, gt, inArray } from "drizzle-orm";
import { endorsementLinks, endorsements } from "~db/schema/endorsements";
import type { FormSignal } from "../abuse/signature-signals";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import type { ReadEndorsement } from "./endorsement-form";
import { endorserHash } from "./endorsement-hash";
import { ENDORSEMENT_MAILS_PER_DAY } from "./retention";

const DAY_MS = 86_400_000;

/** An endorsement that counts as being there: the mailbox's owner has said so, and it was not turned down. */
export const liveStates = ["confirmed", "approved", "hidden"] as const;

export interface SentEndorsement extends ReadEndorsement {
  locale: string;
  gpc: boolean;
  wordingId: string;
  signals: readonly FormSignal[];
}

/**
 * Keeps what a form said until the mailbox's owner confirms it, and mails the link for that. Each form is a row of its own: what
 * a mail confirms is fixed when it is asked for. Who stands there already gets the link to their entry instead. Nobody learns
 * from the answer which it was.
 */
export async function sendEndorsement(ctx: Context, campaignId: string, sent: SentEndorsement): Promise<void> {
  const mailboxHash = endorserHash(ctx, campaignId, sent.email);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const known = await findLive(tx, campaignId, mailboxHash);
    if (known !== null) return mailLink(tx, known);
    const dayAgo = new Date(ctx.now().getTime() - DAY_MS);
    const [recent] = await db
      .select({ forms: count() })
      .from(endorsements)
      .where(
        and(
          eq(endorsements.campaignId, campaignId),
          eq(endorsements.mailboxHash, mailboxHash),
          gt(endorsements.sentAt, dayAgo),
        ),
      );
    if ((recent?.forms ?? 0) >= ENDORSEMENT_MAILS_PER_DAY) return;
    const endorsementId = ctx.newId();
    await db.insert(endorsements).values({
      campaignId,
      id: endorsementId,
      kind: sent.kind,
      state: "pending",
      contentSealed: ctx.vault.seal("endorsement.content", JSON.stringify(sent.content)),
      emailSealed: ctx.vault.seal("endorsement.email", sent.email),
      mailboxHash,
      country: sent.country,
      locale: sent.locale,
      wordingId: sent.wordingId,
      gpc: sent.gpc,
      signals: [...sent.signals],
      sentAt: ctx.now(),
    });
    await enqueue(tx, "email-confirm-endorsement", { campaignId, endorsementId });
  });
}

/** Mails the link by which its author sees and removes an entry, to the address it came from, if there is one. */
export async function requestEndorsementLink(ctx: Context, campaignId: string, email: string): Promise<void> {
  const known = await findLive(ctx, campaignId, endorserHash(ctx, campaignId, email));
  if (known !== null) await mailLink(ctx, known);
}

async function findLive(ctx: Context, campaignId: string, mailboxHash: string) {
  const [row] = await ctx.db
    .select({ campaignId: endorsements.campaignId, endorsementId: endorsements.id })
    .from(endorsements)
    .where(
      and(
        eq(endorsements.campaignId, campaignId),
        eq(endorsements.mailboxHash, mailboxHash),
        inArray(endorsements.state, liveStates),
      ),
    );
  return row ?? null;
}

async function mailLink(ctx: Context, entry: { campaignId: string; endorsementId: string }): Promise<void> {
  const dayAgo = new Date(ctx.now().getTime() - DAY_MS);
  const [recent] = await ctx.db
    .select({ links: count() })
    .from(endorsementLinks)
    .where(
      and(
        eq(endorsementLinks.campaignId, entry.campaignId),
        eq(endorsementLinks.endorsementId, entry.endorsementId),
        gt(endorsementLinks.createdAt, dayAgo),
      ),
    );
  if ((recent?.links ?? 0) < ENDORSEMENT_MAILS_PER_DAY) await enqueue(ctx, "email-endorsement-link", entry);
}
