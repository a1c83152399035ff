import { inArray } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { isOfOneRow } from "../retry-conflict";
import { together } from "../together";
import { type ConfirmOutcome, confirmAll } from "./confirm-signature.server";
import { openConfirmation, selectConfirmations } from "./confirmation.server";
import type { LocateZip } from "./confirmed-place";
import { tokenHash } from "./signature-hashes";

/** Confirms the signature of a mailed link; null where the link leads nowhere. */
export type ConfirmByToken = (token: string) => Promise<ConfirmOutcome | null>;

/**
 * Confirms like `confirmByToken`, but people who come together share one look-up, one statement and one commit,
 * which each of them waits for.
 */
export function createConfirmingDesk(ctx: Context, locateZip: LocateZip): ConfirmByToken {
  // One group at a time: two of them could wait for each other's rows.
  return together((tokens: string[]) => confirmTokens(ctx, tokens, locateZip), {
    groups: 1,
    members: 100,
    waiting: 5_000,
    patienceMs: 10_000,
    isOfOneMember: isOfOneRow,
  });
}

async function confirmTokens(ctx: Context, tokens: string[], locateZip: LocateZip): Promise<(ConfirmOutcome | null)[]> {
  const hashes = tokens.map((token) => tokenHash(ctx, token));
  const rows = await selectConfirmations(ctx).where(inArray(confirmations.tokenHash, [...new Set(hashes)]));
  const found = new Map(rows.map((row) => [row.tokenHash, openConfirmation(ctx, row)]));
  const outcomeOf = await confirmAll(
    ctx,
    [...found.values()].filter((one) => one !== null),
    locateZip,
  );
  return hashes.map((hash) => {
    const confirmation = found.get(hash);
    return confirmation ? outcomeOf(confirmation) : null;
  });
}
