import { createHmac, timingSafeEqual } from "node:crypto";

/** Older or newer than this, a message is refused: whoever recorded one must not send it again later. */
const TOLERANCE_MS = 5 * 60_000;

/** The headers of a message, as they came. */
export interface WebhookHeaders {
  id: string | null;
  timestamp: string | null;
  signature: string | null;
}

export type VerifiedWebhook =
  | { result: "genuine"; id: string; sentAt: Date }
  | { result: "forged" }
  /** Signed by the service, but not within five minutes of now. */
  | { result: "stale" };

export interface WebhookVerifier {
  verify(body: Uint8Array, headers: WebhookHeaders, now: Date): VerifiedWebhook;
}

/**
 * Tells whether messages come from Resend, which signs them as Svix does
 * (https://docs.svix.com/receiving/verifying-payloads/how-manual): HMAC-SHA256 over `id.timestamp.body`, in the
 * header once for each secret that is in force while a secret is being changed.
 * Ours instead of the package's, which reads the clock itself and tells a forged message not from a malformed one.
 * @param secret `whsec_` and base64, from the webhook's page at Resend
 * @throws {Error} when the secret holds no key
 */
export function createResendWebhook(secret: string): WebhookVerifier {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (key.length === 0) throw new Error("RESEND_WEBHOOK_SECRET holds no key. It is whsec_ and base64.");
  return {
    verify(body, { id, timestamp, signature }, now) {
      if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return { result: "forged" };
      const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
      if (!signature.split(" ").some((one) => isSignature(one, expected))) return { result: "forged" };
      const sentAt = new Date(Number(timestamp) * 1_000);
      const isNear = Math.abs(now.getTime() - sentAt.getTime()) <= TOLERANCE_MS;
      return isNear ? { result: "genuine", id, sentAt } : { result: "stale" };
    },
  };
}

/** Other versions than `v1` are signatures of another kind. */
function isSignature(versioned: string, expected: Buffer): boolean {
  const [version, signature = ""] = versioned.split(",");
  const given = Buffer.from(signature, "base64");
  return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
}
