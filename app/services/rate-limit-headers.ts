import type { RateLimit } from "./sending-pace";

/** A wait that a proxy got wrong must not put a mail off for ever. */
const LONGEST_WAIT_MS = 86_400_000;

/**
 * What `ratelimit-remaining` and `ratelimit-reset` (seconds) tell, or null without both
 * (https://resend.com/docs/api-reference/rate-limit, after draft-ietf-httpapi-ratelimit-headers-06).
 */
export function readRateLimit(headers: Record<string, string>): RateLimit | null {
  const remaining = Number.parseInt(headers["ratelimit-remaining"] ?? "", 10);
  const resetMs = Number.parseFloat(headers["ratelimit-reset"] ?? "") * 1_000;
  if (!(remaining >= 0) || !(resetMs >= 0)) return null;
  return { remaining, resetMs: Math.min(Math.ceil(resetMs), LONGEST_WAIT_MS) };
}

/** `retry-after` in seconds or as a date (RFC 9110, 10.2.3), else `ratelimit-reset` in seconds; in milliseconds. */
export function waitOf(headers: Record<string, string>): number | undefined {
  const value = headers["retry-after"] ?? headers["ratelimit-reset"];
  if (value === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(Math.ceil(ms), LONGEST_WAIT_MS) : undefined;
}
