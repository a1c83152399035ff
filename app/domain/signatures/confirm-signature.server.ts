import { and, inArray } from "drizzle-orm";
import { confirmations } from "~db/schema/signatures";
import type { Context } from "../context";
import { DomainError } from "../errors";
import {
  type MadePublicChoice,
  preparePublicChoices,
  type ReadyPublicChoice,
} from "../public-signatures/prepare-public-choices.server";
import { retryConflict } from "../retry-conflict";
import { type Confirmation, getConfirmation, openConfirmation, selectConfirmations } from "./confirmation.server";
import { confirmedPlace, type LocateZip } from "./confirmed-place";
import { type NextStep, nextStep } from "./next-step";
import { recordConfirmations, type ToRecord } from "./record-confirmations.server";

export type ConfirmOutcome = { result: "confirmed"; campaignSlug: string; next: NextStep } | { result: "expired" };

/**
 * Confirms the signature of a mailed link and writes the consents chosen with it. Pressing twice, or many
 * times at once, confirms once and answers the same.
 * @param choice what shall be shown of the signature, as chosen beside the button
 * @throws {DomainError} tokenNotFound
 */
export async function confirmByToken(
  ctx: Context,
  token: string,
  locateZip: LocateZip,
  choice: MadePublicChoice | null = null,
): Promise<ConfirmOutcome> {
  const [ready = null] = await preparePublicChoices(ctx, [choice]);
  const outcome = await confirm(ctx, await getConfirmation(ctx, token), locateZip, ready);
  if (outcome === null) throw new DomainError("tokenNotFound");
  return outcome;
}

/** As {@link confirmByToken}, for a confirmation found by other means; null where it is gone meanwhile. */
export async function confirm(
  ctx: Context,
  confirmation: Confirmation,
  locateZip: LocateZip,
  choice: ReadyPublicChoice | null = null,
): Promise<ConfirmOutcome | null> {
  const confirmed = await confirmAll(ctx, [{ confirmation, choice }], locateZip);
  return confirmed(confirmation);
}

/**
 * Confirms several at once.
 * @returns what became of each of them; null where its signature was deleted or withdrawn since it was looked up
 */
export async function confirmAll(
  ctx: Context,
  wanted: { confirmation: Confirmation; choice: ReadyPublicChoice | null }[],
  locateZip: LocateZip,
): Promise<(confirmation: Confirmation) => ConfirmOutcome | null> {
  const placed = new Map(
    wanted.map(({ confirmation, choice }) => [
      confirmation.id,
      { confirmation, choice, place: confirmedPlace(confirmation, locateZip) },
    ]),
  );
  const unrecorded = new Map<string, Confirmation>();
  let open = [...placed.values()].filter(({ confirmation }) => !confirmation.isUsed && !confirmation.isExpired);
  while (open.length > 0) {
    // Of one signature's links one after the other, so that what the earlier said is there for the later.
    const now = firstOfEachSignature(open);
    const recorded = await retryConflict(() => recordConfirmations(ctx, now));
    for (const { confirmation } of now)
      if (!recorded.has(confirmation.id)) unrecorded.set(confirmation.id, confirmation);
    open = open.filter((entry) => !now.includes(entry));
  }
  const gone = await withoutSignature(ctx, [...unrecorded.values()]);
  return (confirmation) => {
    if (gone.has(confirmation.id)) return null;
    if (confirmation.isExpired && !confirmation.isUsed && confirmation.state !== "confirmed") {
      return { result: "expired" };
    }
    const place = placed.get(confirmation.id)?.place ?? confirmation;
    const next = nextStep({ ...confirmation, ...place });
    return { result: "confirmed", campaignSlug: confirmation.campaignSlug, next };
  };
}

/** Looks again: of those that were not recorded, the ones that nobody else has confirmed in the same moment. */
async function withoutSignature(ctx: Context, unrecorded: Confirmation[]): Promise<Set<string>> {
  const gone = new Set(unrecorded.map(({ id }) => id));
  if (gone.size === 0) return gone;
  const rows = await selectConfirmations(ctx).where(
    and(
      inArray(confirmations.campaignId, [...new Set(unrecorded.map(({ campaignId }) => campaignId))]),
      inArray(confirmations.id, [...gone]),
    ),
  );
  for (const row of rows) if (openConfirmation(ctx, row)?.isUsed) gone.delete(row.id);
  return gone;
}

function firstOfEachSignature(entries: ToRecord[]): ToRecord[] {
  const firsts = new Map<string, ToRecord>();
  for (const entry of entries) {
    const { signatureId } = entry.confirmation;
    if (!firsts.has(signatureId)) firsts.set(signatureId, entry);
  }
  return [...firsts.values()];
}
