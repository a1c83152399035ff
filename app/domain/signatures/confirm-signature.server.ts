import type { Context } from "../context";
import { retryConflict } from "../retry-conflict";
import { type Confirmation, getConfirmation } from "./confirmation.server";
import { confirmedPlace, type LocateZip } from "./confirmed-place";
import { type NextStep, nextStep } from "./next-step";
import { recordConfirmations, type ToRecord } from "./record-confirmations.server";

export type ConfirmOutcome = { result: "confirmed"; campaignSlug: string; next: NextStep } | { result: "expired" };

/**
 * Confirms the signature of a mailed link and writes the consents chosen with it. Pressing twice, or many
 * times at once, confirms once and answers the same.
 * @throws {DomainError} tokenNotFound
 */
export async function confirmByToken(ctx: Context, token: string, locateZip: LocateZip): Promise<ConfirmOutcome> {
  return confirm(ctx, await getConfirmation(ctx, token), locateZip);
}

/** As {@link confirmByToken}, for a confirmation found by other means. */
export async function confirm(ctx: Context, confirmation: Confirmation, locateZip: LocateZip): Promise<ConfirmOutcome> {
  const confirmed = await confirmAll(ctx, [confirmation], locateZip);
  return confirmed(confirmation);
}

/**
 * Confirms several at once.
 * @returns what became of each of them
 */
export async function confirmAll(
  ctx: Context,
  confirmations: Confirmation[],
  locateZip: LocateZip,
): Promise<(confirmation: Confirmation) => ConfirmOutcome> {
  const placed = new Map(
    confirmations.map((one) => [one.id, { confirmation: one, place: confirmedPlace(one, locateZip) }]),
  );
  let open = [...placed.values()].filter(({ confirmation }) => !confirmation.isUsed && !confirmation.isExpired);
  while (open.length > 0) {
    // Of one signature's links one after the other, so that what the earlier said is there for the later.
    const now = firstOfEachSignature(open);
    await retryConflict(() => recordConfirmations(ctx, now));
    open = open.filter((entry) => !now.includes(entry));
  }
  return (confirmation) => {
    if (confirmation.isExpired && !confirmation.isUsed && confirmation.state !== "confirmed") {
      return { result: "expired" };
    }
    const place = placed.get(confirmation.id)?.place ?? confirmation;
    const next = nextStep({ ...confirmation, ...place });
    return { result: "confirmed", campaignSlug: confirmation.campaignSlug, next };
  };
}

function firstOfEachSignature(entries: ToRecord[]): ToRecord[] {
  const firsts = new Map<string, ToRecord>();
  for (const entry of entries) {
    const { signatureId } = entry.confirmation;
    if (!firsts.has(signatureId)) firsts.set(signatureId, entry);
  }
  return [...firsts.values()];
}
