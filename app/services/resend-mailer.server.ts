import { Resend } from "resend";
import { z } from "zod";
import { deadline } from "./deadline";
import type { Mailer, OutgoingMail, SendFault, SendOptions } from "./mailer";
import { readRateLimit, waitOf } from "./rate-limit-headers";
import { type CallEnd, createSendingPace } from "./sending-pace";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Without a header that says more, a used-up quota is asked again in steps that outlast it. */
const quotaWaitMs = new Map([
  ["daily_quota_exceeded", 3 * 60 * MINUTE_MS],
  ["monthly_quota_exceeded", 24 * 60 * MINUTE_MS],
]);
/** A quota may be raised at any time: one mail asks again after this long, while the others wait. */
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;
/** A refused key is mended by hand. */
const LOCKED_OUT_MS = MINUTE_MS;

export interface ResendSettings {
  apiKey: string;
  /** Another address of the API, for tests; no path, no slash at the end. */
  baseUrl?: string | undefined;
  /** `Name <address>`, of a domain that is verified at Resend. */
  from: string;
  /** How long to wait for an answer. The mail may have gone out; the idempotency key makes asking again safe. */
  timeoutMs?: number;
}

const single = z.object({ id: z.string().min(1) });
const batch = z.object({ data: z.array(single) });
const fault = z.object({ name: z.string().regex(/^\w{1,60}$/), statusCode: z.number().int().nullish() });

/** What the package answers; it neither throws nor tells the HTTP status apart: the body of the answer carries it. */
interface Answer {
  data: unknown;
  error: unknown;
  headers: Record<string, string> | null;
}

/**
 * Sends through Resend (https://resend.com/docs/api-reference/emails/send-email, …/emails/send-batch-emails). Keys
 * are kept there for 24 hours. What can pass is "retry": no answer, 5xx, 408, and 409 while the first request
 * under the key is still at work; 429 is "limited". A key or domain that Resend does not accept (401, 403) is
 * "locked-out", 409 for other bytes under a known key is "taken", every other 4xx is "refused".
 */
export function createResendMailer({ apiKey, baseUrl, from, timeoutMs = 10_000 }: ResendSettings): Mailer {
  // Given always, because without it the package reads an address from the environment by itself.
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? "https://api.resend.com" });
  const pace = createSendingPace();
  const message = ({ to, subject, html, text, headers }: OutgoingMail) => ({
    from,
    to,
    subject,
    html,
    text,
    ...(headers && { headers }),
  });

  async function call<T extends { result: "sent" }>(
    { signal }: SendOptions,
    ask: (signal: AbortSignal) => Promise<Answer>,
    read: (data: unknown) => T | null,
  ): Promise<T | SendFault> {
    const paced = pace.begin();
    const limit = deadline(timeoutMs, signal);
    const { data, error, headers } = await ask(limit.signal).finally(limit.release);
    const received = headers ?? {};
    const outcome = read(data) ?? faultOf(error, received);
    paced.end(endOf(outcome), readRateLimit(received));
    return outcome;
  }

  return {
    turn: pace.turn,

    send({ idempotencyKey, ...mail }, options = {}) {
      return call(
        options,
        (signal) => resend.emails.send(message(mail), { idempotencyKey, signal }),
        (data) => {
          const accepted = single.safeParse(data);
          return accepted.success ? { result: "sent" as const, providerId: accepted.data.id } : null;
        },
      );
    },

    sendBatch({ idempotencyKey, mails }, options = {}) {
      return call(
        options,
        // Strict: one mail that Resend will not take keeps the others back too, so that the key stays free.
        (signal) => resend.batch.send(mails.map(message), { idempotencyKey, signal, batchValidation: "strict" }),
        (data) => {
          const accepted = batch.safeParse(data);
          if (!accepted.success || accepted.data.data.length !== mails.length) return null;
          return { result: "sent" as const, providerIds: accepted.data.data.map(({ id }) => id) };
        },
      );
    },
  };
}

function faultOf(error: unknown, headers: Record<string, string>): SendFault {
  const known = fault.safeParse(error);
  if (!known.success) return { result: "retry", reason: "unknown_answer" };
  const { name, statusCode } = known.data;
  if (typeof statusCode !== "number") return { result: "retry", reason: `${name} without an answer` };

  const reason = `${name} ${statusCode}`;
  const afterMs = waitOf(headers) ?? quotaWaitMs.get(name);
  if (statusCode === 429) return { result: "limited", reason, afterMs: afterMs ?? SECOND_MS };
  if (statusCode === 401 || statusCode === 403) return { result: "locked-out", reason };
  if (name === "invalid_idempotent_request") return { result: "taken", reason };
  const passes = statusCode === 408 || statusCode >= 500 || name === "concurrent_idempotent_requests";
  if (!passes && statusCode >= 400) return { result: "refused", reason };
  return { result: "retry", reason, ...(afterMs !== undefined && { afterMs }) };
}

/** What the end of a call means for the next ones. */
function endOf(outcome: SendFault | { result: "sent" }): CallEnd {
  if (outcome.result === "limited") return { pauseMs: Math.min(outcome.afterMs, LONGEST_PAUSE_MS) };
  if (outcome.result === "locked-out") return { pauseMs: LOCKED_OUT_MS };
  if (outcome.result !== "retry") return "answered";
  return outcome.reason.startsWith("concurrent_") ? "answered" : "troubled";
}
