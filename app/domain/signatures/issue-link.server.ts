import { and, inArray, sql } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { type Confirmation, openConfirmation, selectConfirmations } from "./confirmation.server";
import { codeHash, tokenHash } from "./signature-hashes";

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
}

/**
 * Makes the secret link and code of a confirmation, for the mail that is being written. Only their hashes
 * stay here.
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
  const issued = new Map<string, IssuedLink>();
  for (const row of rows) {
    const confirmation = openConfirmation(ctx, row);
    if (confirmation?.state !== "pending" || confirmation.isUsed || confirmation.isExpired) continue;
    issued.set(confirmation.id, { confirmation, token: ctx.newToken(), code: ctx.newCode() });
  }
  await keepHashes(ctx, [...issued.values()]);
  return wanted.map(({ confirmationId }) => issued.get(confirmationId) ?? null);
}

async function keepHashes(ctx: Context, issued: readonly IssuedLink[]) {
  if (issued.length === 0) return;
  const hashes = issued.map(({ confirmation: { campaignId, id }, token, code }) => ({
    campaign_id: campaignId,
    id,
    token_hash: tokenHash(ctx, token),
    code_hash: codeHash(ctx, id, code),
  }));
  await ctx.db.execute(sql`
    update ${confirmations} c set token_hash = made.token_hash, code_hash = made.code_hash
    from json_to_recordset(${JSON.stringify(hashes)}::json)
      as made(campaign_id uuid, id uuid, token_hash text, code_hash text)
    where c.campaign_id = made.campaign_id and c.id = made.id
  `);
}
