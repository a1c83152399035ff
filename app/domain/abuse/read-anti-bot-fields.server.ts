import { timingSafeEqual } from "node:crypto";
import { packWordings, type ShownWordings, unpackWordings, type WordingIds } from "../consents/shown-wordings.server";
import type { Vault } from "../context";
import { antiBotFields } from "./anti-bot-fields";
import { FASTEST_FORM_MS } from "./limits";
import type { FormSignal } from "./signature-signals";

interface StampContext {
  now: Date;
  vault: Pick<Vault, "lookupHash">;
  petitionId: string;
}

/** Longer texts are no proofs; see `checkProof`. */
const LONGEST_PROOF = 4_000;

/**
 * The value of the form's hidden stamp: the time it was made and the wordings it shows, signed, good for one petition
 * and without an end. A page may stay open for days: what somebody agreed to is what they had before their eyes.
 */
export function stampForm({ now, vault, petitionId, wordings }: StampContext & { wordings: ShownWordings }): string {
  const stamped = [now.getTime().toString(36), packWordings(wordings)].join(".");
  return `${stamped}.${signatureOf(vault, petitionId, stamped)}`;
}

/**
 * Reads the fields that tell robots from people. Works on memory alone. A page comes from a cache and may stay
 * open for days, so an old stamp never counts against anybody.
 * @returns also which wordings the form showed, where its stamp tells
 * @param form of a browser without script, too; anything with `get`, such as FormData
 */
export function readAntiBotFields(
  form: { get(name: string): unknown },
  ctx: StampContext,
): { signals: FormSignal[]; proof: string | null; wordingIds: WordingIds | null } {
  const signals: FormSignal[] = [];
  const honeypot = form.get(antiBotFields.honeypot);
  if (typeof honeypot === "string" && honeypot.trim() !== "") signals.push("honeypot");

  const stamp = readStamp(ctx, form.get(antiBotFields.stamp));
  if (stamp === null) signals.push("no-stamp");
  else {
    const ageMs = ctx.now.getTime() - stamp.madeAt;
    // A stamp from the future was made by another server, whose clock is ahead.
    if (ageMs >= 0 && ageMs < FASTEST_FORM_MS) signals.push("too-fast");
  }

  const proof = form.get(antiBotFields.proof);
  const isProof = typeof proof === "string" && proof !== "" && proof.length <= LONGEST_PROOF;
  return { signals, proof: isProof ? proof : null, wordingIds: stamp?.wordingIds ?? null };
}

/** @returns when the form was made, in milliseconds since 1970, or null where the stamp is missing, forged or of another petition */
function readStamp(
  { vault, petitionId }: StampContext,
  stamp: unknown,
): { madeAt: number; wordingIds: WordingIds | null } | null {
  // Pages of an earlier version stamped their time only.
  const [, stamped = "", madeAt = "", packed, signature = ""] =
    (typeof stamp === "string" && /^(([0-9a-z]{1,11})(?:\.([\w-]{0,100}))?)\.([^.]+)$/.exec(stamp)) || [];
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(vault, petitionId, stamped));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { madeAt: Number.parseInt(madeAt, 36), wordingIds: unpackWordings(packed ?? "") };
}

function signatureOf(vault: StampContext["vault"], petitionId: string, stamped: string): string {
  return vault.lookupHash("form-stamp", `${petitionId}.${stamped}`);
}
