import { timingSafeEqual } from "node:crypto";
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

/** The value of the form's hidden stamp: the time it was made, signed, good for one petition and without an end. */
export function stampForm({ now, vault, petitionId }: StampContext): string {
  const madeAt = now.getTime().toString(36);
  return `${madeAt}.${signatureOf(vault, petitionId, madeAt)}`;
}

/**
 * Reads the fields that tell robots from people. Works on memory alone. A page comes from a cache and may stay
 * open for days, so an old stamp never counts against anybody.
 * @param form of a browser without script, too; anything with `get`, such as FormData
 */
export function readAntiBotFields(
  form: { get(name: string): unknown },
  ctx: StampContext,
): { signals: FormSignal[]; proof: string | null } {
  const signals: FormSignal[] = [];
  const honeypot = form.get(antiBotFields.honeypot);
  if (typeof honeypot === "string" && honeypot.trim() !== "") signals.push("honeypot");

  const madeAt = stampedAt(ctx, form.get(antiBotFields.stamp));
  if (madeAt === null) signals.push("no-stamp");
  else {
    const ageMs = ctx.now.getTime() - madeAt;
    // A stamp from the future was made by another server, whose clock is ahead.
    if (ageMs >= 0 && ageMs < FASTEST_FORM_MS) signals.push("too-fast");
  }

  const proof = form.get(antiBotFields.proof);
  const isProof = typeof proof === "string" && proof !== "" && proof.length <= LONGEST_PROOF;
  return { signals, proof: isProof ? proof : null };
}

/** @returns milliseconds since 1970, or null where the stamp is missing, forged or of another petition */
function stampedAt({ vault, petitionId }: StampContext, stamp: unknown): number | null {
  const [madeAt, signature, ...rest] = typeof stamp === "string" ? stamp.split(".") : [];
  if (madeAt === undefined || signature === undefined || rest.length > 0) return null;
  if (!/^[0-9a-z]{1,11}$/.test(madeAt)) return null;
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(vault, petitionId, madeAt));
  return given.length === expected.length && timingSafeEqual(given, expected) ? Number.parseInt(madeAt, 36) : null;
}

function signatureOf(vault: StampContext["vault"], petitionId: string, madeAt: string): string {
  return vault.lookupHash("form-stamp", `${petitionId}.${madeAt}`);
}
