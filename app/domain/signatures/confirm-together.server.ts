import { inArray } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { type MadePublicChoice, preparePublicChoices } from "../public-signatures/prepare-public-choices.server";
import { isOfOneRow } from "../retry-conflict";
import { together } from "../together";
import { type ConfirmOutcome, confirmAll } from "./confirm-signature.server";
import { openConfirmation, selectConfirmations } from "./confirmation.server";
import type { LocateZip } from "./confirmed-place";
import { tokenHash } from "./signature-hashes";

/**
 * Confirms the signature of a mailed link; null where the link leads nowhere.
 * @param choice what shall be shown of the signature, as chosen beside the button
 */
export type ConfirmByToken = (token: string, choice?: MadePublicChoice | null) => Promise<ConfirmOutcome | null>;

interface Press {
  token: string;
  choice: MadePublicChoice | null;
}

/**
 * Confirms like `confirmByToken`, but people who come together share one look-up, one statement and one commit,
 * which each of them waits for.
 */
export function createConfirmingDesk(ctx: Context, locateZip: LocateZip): ConfirmByToken {
  // One group at a time: two of them could wait for each other's rows.
  const confirm = together((presses: Press[]) => confirmPresses(ctx, presses, locateZip), {
    groups: 1,
    members: 100,
    waiting: 5_000,
    patienceMs: 10_000,
    isOfOneMember: isOfOneRow,
  });
  return (token, choice = null) => confirm({ token, choice });
}

async function confirmPresses(
  ctx: Context,
  presses: Press[],
  locateZip: LocateZip,
): Promise<(ConfirmOutcome | null)[]> {
  const hashes = presses.map(({ token }) => tokenHash(ctx, token));
  const choices = await preparePublicChoices(
    ctx,
    presses.map(({ choice }) => choice),
  );
  const rows = await selectConfirmations(ctx).where(inArray(confirmations.tokenHash, [...new Set(hashes)]));
  const found = new Map(rows.map((row) => [row.tokenHash, openConfirmation(ctx, row)]));
  const outcomeOf = await confirmAll(
    ctx,
    [...found].flatMap(([hash, confirmation]) => {
      if (confirmation === null) return [];
      // Pressed twice at once, what was chosen first counts.
      const choice = choices.find((one, position) => one !== null && hashes[position] === hash) ?? null;
      return [{ confirmation, choice }];
    }),
    locateZip,
  );
  return hashes.map((hash) => {
    const confirmation = found.get(hash);
    return confirmation ? outcomeOf(confirmation) : null;
  });
}
