const MINUTE_MS = 60_000;

/** A person needs longer to type a name and an address. */
export const FASTEST_FORM_MS = 2_000;

/**
 * How many signatures of one petition may come from one network (an IPv4 address or an IPv6 /64) before all of
 * that network's wait for staff. A school, an office or a village behind one address stays below; what staff
 * release does not count any more.
 */
export const networkLimits = {
  windowMs: 10 * MINUTE_MS,
  perWindow: 30,
  /** Of those that were too fast or came without the form's stamp. */
  suspiciousPerWindow: 10,
  perDay: 100,
  /** Above it held signatures get no mail before staff release them: we must not become a mail cannon. */
  mailedPerDay: 300,
} as const;

/** When the worker switches `under-attack` on for a campaign by itself, and off again. */
export const attackLimits = {
  windowMs: 10 * MINUTE_MS,
  heldPerWindow: 200,
  calmMs: 60 * MINUTE_MS,
} as const;

/** How long a network's hash stays with its signatures. Its key is gone after the day already. */
export const NETWORK_HASH_DAYS = 30;

/**
 * The proof of work: PBKDF2-HMAC-SHA-256 with `iterations` for each try, at most `tries` of them and half of that on
 * average. A thousand tries took Chromium 0.2 s on a server's core (November 2026); if a cheap phone is six to eight times
 * slower, it needs about three seconds, and six at most. Making a challenge costs us a tenth of a millisecond.
 */
export const proofLimits = {
  iterations: 400,
  tries: 4_000,
  validMs: 10 * MINUTE_MS,
} as const;
