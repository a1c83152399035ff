import { z } from "zod";

/**
 * Hints about one signature. None of them refuses anybody, and the answer on screen never differs.
 * - `honeypot`: the field that people don't see was filled in
 * - `too-fast`: the form came back sooner than a person can fill it in
 * - `no-stamp`: the form's signed time was missing or forged
 * - `disposable-domain`: the address is of a service for throw-away addresses
 * - `no-mail-server`: the address's domain takes no mail
 * - `mail-withheld`: so many came from its network that the mail waits for staff, too
 */
export const signatureSignals = z.enum([
  "honeypot",
  "too-fast",
  "no-stamp",
  "disposable-domain",
  "no-mail-server",
  "mail-withheld",
]);

export type SignatureSignal = z.infer<typeof signatureSignals>;

/** What the form itself tells; the worker finds the others later. */
export type FormSignal = Extract<SignatureSignal, "honeypot" | "too-fast" | "no-stamp">;
