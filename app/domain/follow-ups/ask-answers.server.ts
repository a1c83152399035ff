import { and, asc, eq, isNotNull, isNull, lt, lte } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { followUps } from "~db/schema/deliveries";
import { NETWORK_HASH_DAYS } from "../abuse/limits";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { BATCH_ROWS } from "../signatures/in-batches";
import { followUpTokenHash } from "./follow-up-hashes";
import { ANSWER_LINK_DAYS } from "./follow-up-rules";

const DAY_MS = 86_400_000;

/** Asks for the mails of wishes that are due. Safe to run at any time: a wish has one job. */
export async function askForAnswers(ctx: Context): Promise<number> {
  const due = await ctx.db
    .select({ campaignId: followUps.campaignId, id: followUps.id })
    .from(followUps)
    .where(and(isNull(followUps.askedAt), lte(followUps.askAt, ctx.now())))
    .orderBy(asc(followUps.askAt))
    .limit(BATCH_ROWS);
  for (const { campaignId, id } of due) {
    await enqueue(
      ctx,
      "email-ask-answers",
      { campaignId, followUpId: id },
      { uniqueKey: `email-ask-answers:${campaignId}:${id}` },
    );
  }
  return due.length;
}

export interface IssuedAnswerLink {
  campaignSlug: string;
  email: string;
  locale: string;
  /** Stands behind `/{locale}/answers/`, and behind `/{locale}/unsubscribe/`. */
  token: string;
  wishedAt: Date;
}

/**
 * Makes the secret of the one mail of a wish and forgets the address: the written mail has it, until it is sent. Null where
 * it was asked before.
 */
export async function issueAnswerLink(
  ctx: Context,
  { campaignId, followUpId }: { campaignId: string; followUpId: string },
): Promise<IssuedAnswerLink | null> {
  const isThis = and(eq(followUps.campaignId, campaignId), eq(followUps.id, followUpId));
  const [row] = await ctx.db
    .select({ wish: followUps, slug: campaigns.slug })
    .from(followUps)
    .innerJoin(campaigns, eq(campaigns.id, followUps.campaignId))
    .where(and(isThis, isNull(followUps.askedAt)))
    .for("update", { of: followUps });
  if (!row || row.wish.emailSealed === null) return null;
  const token = ctx.newToken();
  const now = ctx.now();
  await ctx.db
    .update(followUps)
    .set({
      emailSealed: null,
      askedAt: now,
      tokenHash: followUpTokenHash(ctx, token),
      expiresAt: new Date(now.getTime() + ANSWER_LINK_DAYS * DAY_MS),
    })
    .where(isThis);
  return {
    campaignSlug: row.slug,
    email: ctx.vault.open("follow_up.email", row.wish.emailSealed),
    locale: row.wish.locale,
    token,
    wishedAt: row.wish.wishedAt,
  };
}

/** Deletes wishes whose link has expired, and the hashes of networks. Answers stay: they name nobody. */
export async function forgetFollowUps(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await ctx.db.delete(followUps).where(lt(followUps.expiresAt, before(0)));
  await ctx.db
    .update(followUps)
    .set({ networkHash: null })
    .where(and(isNotNull(followUps.networkHash), lt(followUps.wishedAt, before(NETWORK_HASH_DAYS))));
}
