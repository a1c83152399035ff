import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { followUps } from "~db/schema/deliveries";
import type { Context } from "../context";
import { suppressionHash } from "../suppressions/address-hash";
import { followUpMailbox } from "./follow-up-hashes";
import { ASKED_AFTER_DAYS, WISHES_PER_NETWORK_AND_DAY } from "./follow-up-rules";

const DAY_MS = 86_400_000;

export interface FollowUpWish {
  campaignId: string;
  congress: number;
  /** Bioguide ids. */
  offices: readonly string[];
  email: string;
  locale: string;
  /** See `createNetworks`; null where the mailbox has been confirmed. */
  networkHash: string | null;
}

/**
 * Records somebody's yes to one mail after two weeks. The row is the dated yes; the mailbox need not be confirmed, because
 * it gets this one mail and no other. A mailbox is asked once for a campaign; offices that come later join those that are
 * there already.
 * @returns the same whether the mailbox was known; `tooMany` when too much came from one network today
 */
export async function wishFollowUp(ctx: Context, wish: FollowUpWish): Promise<"noted" | "tooMany"> {
  const now = ctx.now();
  if (wish.networkHash !== null) {
    const [ofNetwork] = await ctx.db
      .select({ wishes: count() })
      .from(followUps)
      .where(
        and(eq(followUps.networkHash, wish.networkHash), gt(followUps.wishedAt, new Date(now.getTime() - DAY_MS))),
      );
    if ((ofNetwork?.wishes ?? 0) >= WISHES_PER_NETWORK_AND_DAY) return "tooMany";
  }
  await ctx.db
    .insert(followUps)
    .values({
      campaignId: wish.campaignId,
      id: ctx.newId(),
      emailSealed: ctx.vault.seal("follow_up.email", wish.email),
      mailboxHash: followUpMailbox(ctx, wish.campaignId, wish.email),
      addressHash: suppressionHash(ctx, wish.email),
      networkHash: wish.networkHash,
      locale: wish.locale,
      offices: [...new Set(wish.offices)],
      congress: wish.congress,
      wishedAt: now,
      askAt: new Date(now.getTime() + ASKED_AFTER_DAYS * DAY_MS),
    })
    .onConflictDoUpdate({
      target: [followUps.campaignId, followUps.mailboxHash],
      set: {
        offices: sql`(select array_agg(distinct office) from unnest(${followUps.offices} || excluded.offices) office)`,
      },
      setWhere: and(isNull(followUps.askedAt), sql`cardinality(${followUps.offices}) <= 10`),
    });
  return "noted";
}

/** Forgets a wish that has not been fulfilled. */
export async function withdrawFollowUp(ctx: Context, campaignId: string, email: string): Promise<void> {
  await ctx.db
    .delete(followUps)
    .where(
      and(
        eq(followUps.campaignId, campaignId),
        eq(followUps.mailboxHash, followUpMailbox(ctx, campaignId, email)),
        isNull(followUps.askedAt),
      ),
    );
}
