import { and, inArray, sql } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { type Confirmation, openConfirmation, selectConfirmations } from "./confirmation.server";
import { linkExpiry } from "./request-confirmation.server";
import { UNCONFIRMED_DAYS } from "./retention";
import { codeHash, tokenHash } from "./signature-hashes";

const DAY_MS = 86_400_000;

/** Which confirmation a mail is for. */
export interface WantedLink {
  campaignId: string;
  confirmationId: string;
}

/** The secrets of a confirmation, with what its mail says. */
export interface IssuedLink {
  confirmation: Confirmation;
  token: string;
  code: string;
  expiresAt: Date;
  /** Days for which both work, whole ones and at least one. */
  validDays: number;
  /** Days until the signature is deleted, a part of one for a whole one. */
  unconfirmedDays: number;
}

/**
 * Makes the secret link and code of a confirmation, for the mail that is being written. Only their hashes
 * stay here. Their days begin to run now: mail may have been paused for long.
 * @returns null where there is nothing to confirm any more
 */
export async function issueLink(ctx: Context, wanted: WantedLink): Promise<IssuedLink | null> {
  const [issued = null] = await issueLinks(ctx, [wanted]);
  return issued;
}

/** As {@link issueLink}, for many mails in two statements, in their order. */
export async function issueLinks(ctx: Context, wanted: readonly WantedLink[]): Promise<(IssuedLink | null)[]> {
  const campaignIds = [...new Set(wanted.map(({ campaignId }) => campaignId))];
  const ids = [...new Set(wanted.map(({ confirmationId }) => confirmationId))];
  if (ids.length === 0) return [];
  const rows = await selectConfirmations(ctx).where(
    and(inArray(confirmations.campaignId, campaignIds), inArray(confirmations.id, ids)),
  );
  const now = ctx.now();
  const issued = new Map<string, IssuedLink>();
  for (const row of rows) {
    const confirmation = openConfirmation(ctx, row);
    if (confirmation?.state !== "pending" || confirmation.isUsed) continue;
    const leftMs = confirmation.signedAt.getTime() + UNCONFIRMED_DAYS * DAY_MS - now.getTime();
    if (leftMs <= 0) continue;
    const expiresAt = linkExpiry(now, confirmation.signedAt);
    issued.set(confirmation.id, {
      confirmation,
      token: ctx.newToken(),
      code: ctx.newCode(),
      expiresAt,
      validDays: Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / DAY_MS)),
      unconfirmedDays: Math.ceil(leftMs / DAY_MS),
    });
  }
  await keepHashes(ctx, [...issued.values()]);
  return wanted.map(({ confirmationId }) => issued.get(confirmationId) ?? null);
}

async function keepHashes(ctx: Context, issued: readonly IssuedLink[]) {
  if (issued.length === 0) return;
  const hashes = issued.map(({ confirmation: { campaignId, id }, token, code, expiresAt }) => ({
    campaign_id: campaignId,
    id,
    token_hash: tokenHash(ctx, token),
    code_hash: codeHash(ctx, id, code),
    expires_at: expiresAt,
  }));
  await ctx.db.execute(sql`
    update ${confirmations} c
    set token_hash = made.token_hash, code_hash = made.code_hash, expires_at = made.expires_at
    from json_to_recordset(${JSON.stringify(hashes)}::json)
      as made(campaign_id uuid, id uuid, token_hash text, code_hash text, expires_at timestamptz)
    where c.campaign_id = made.campaign_id and c.id = made.id
  `);
}
