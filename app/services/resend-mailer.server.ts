import { Resend } from "resend";
import { z } from "zod";
import type { Mailer, SendOutcome } from "./mailer";

const MINUTE_MS = 60_000;
/** A wait that a proxy got wrong must not put a mail off for ever. */
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
/** Without a header that says more, a used-up quota is asked again in steps that outlast it. */
const quotaWaitMs = new Map([
  ["daily_quota_exceeded", 3 * 60 * MINUTE_MS],
  ["monthly_quota_exceeded", LONGEST_WAIT_MS],
]);

export interface ResendSettings {
  apiKey: string;
  /** Another address of the API, for tests; no path, no slash at the end. */
  baseUrl?: string | undefined;
  /** `Name <address>`, of a domain that is verified at Resend. */
  from: string;
  /** How long to wait for an answer. The mail may have gone out; the idempotency key makes asking again safe. */
  timeoutMs?: number;
}

const answer = z.object({ id: z.string().min(1) });
const fault = z.object({ name: z.string().regex(/^\w{1,60}$/), statusCode: z.number().int().nullish() });

/**
 * Sends through Resend (https://resend.com/docs/api-reference/emails/send-email). Keys are kept there for 24
 * hours. What can pass is "retry": no answer, 429, 5xx, 408, and 409 while the first request under the key is
 * still at work. Every other 4xx is "refused".
 */
export function createResendMailer({ apiKey, baseUrl, from, timeoutMs = 10_000 }: ResendSettings): Mailer {
  // Given always, because without it the package reads an address from the environment by itself.
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? "https://api.resend.com" });
  return {
    async send({ idempotencyKey, to, subject, html, text, headers }) {
      const {
        data,
        error,
        headers: received,
      } = await resend.emails.send(
        { from, to, subject, html, text, ...(headers && { headers }) },
        { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
      );
      const accepted = answer.safeParse(data);
      if (accepted.success) return { result: "sent", providerId: accepted.data.id };
      return outcomeOfError(error, received ?? {});
    },
  };
}

/** The package neither throws nor tells the HTTP status apart: the body of the answer carries it. */
function outcomeOfError(error: unknown, headers: Record<string, string>): SendOutcome {
  const known = fault.safeParse(error);
  if (!known.success) return { result: "retry", reason: "unknown_answer" };
  const { name, statusCode } = known.data;
  if (typeof statusCode !== "number") return { result: "retry", reason: `${name} without an answer` };

  const reason = `${name} ${statusCode}`;
  const passes =
    statusCode === 408 || statusCode === 429 || statusCode >= 500 || name === "concurrent_idempotent_requests";
  if (!passes && statusCode >= 400) return { result: "refused", reason };
  const afterMs = waitOf(headers) ?? quotaWaitMs.get(name);
  return { result: "retry", reason, ...(afterMs !== undefined && { afterMs }) };
}

/** `retry-after` in seconds or as a date (RFC 9110, 10.2.3), else `ratelimit-reset` in seconds. */
function waitOf(headers: Record<string, string>): number | undefined {
  const value = headers["retry-after"] ?? headers["ratelimit-reset"];
  if (value === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(Math.ceil(ms), LONGEST_WAIT_MS) : undefined;
}
