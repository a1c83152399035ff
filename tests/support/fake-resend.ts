import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Mail } from "./mails";

const MOST_RECIPIENTS = 50;
const MOST_IN_BATCH = 100;
const LONGEST_KEY = 256;
/** How long a key is remembered (resend.com/docs/dashboard/emails/idempotency-keys). */
const KEY_MS = 24 * 60 * 60 * 1000;
/** The documented default (resend.com/docs/api-reference/introduction, “Rate limit”). */
const REQUESTS_PER_SECOND = 5;

const list = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const email = z.object({
  from: z.string(),
  to: list,
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  reply_to: list.optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

/** A message that was accepted for delivery. */
export type SentEmail = z.infer<typeof email> & { id: string; idempotencyKey: string | null; createdAt: string };

/** How a request goes wrong. */
export interface Fault {
  /** Whether the messages are accepted all the same, so that only the answer is lost or wrong. */
  isAccepted?: boolean;
  answer: "hang" | "reset" | { status: number; name: string; retryAfterSeconds?: number };
}

export const faults = {
  rateLimited: (retryAfterSeconds: number): Fault => ({
    answer: { status: 429, name: "rate_limit_exceeded", retryAfterSeconds },
  }),
  serverError: { answer: { status: 500, name: "internal_server_error" } },
  hang: { answer: "hang" },
  reset: { answer: "reset" },
  acceptedThenError: { isAccepted: true, answer: { status: 500, name: "application_error" } },
  acceptedThenReset: { isAccepted: true, answer: "reset" },
} satisfies Record<string, Fault | ((seconds: number) => Fault)>;

export interface FakeResend {
  /** For `RESEND_BASE_URL`. */
  url: string;
  apiKey: string;
  /** Accepted messages, oldest first. */
  sent: SentEmail[];
  /** Accepted messages as the local mailbox would show them, newest first. */
  mails(): Mail[];
  /** Every request that arrived, refused ones too. */
  requests: { path: string; idempotencyKey: string | null; status: number | "hang" | "reset"; body: string }[];
  /** Lets the next requests go wrong, one for each fault. */
  fail(...next: Fault[]): void;
  close(): Promise<void>;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

export interface FakeResendOptions {
  requestsPerSecond?: number;
  /** How long each request is at work before it is answered. */
  workMs?: number;
  /** The service's clock for keys, in milliseconds. */
  now?: () => number;
}

/**
 * Speaks the part of Resend's API that sends mail (resend.com/docs/api-reference: send email, send batch emails,
 * errors, rate limit; resend.com/docs/dashboard/emails/idempotency-keys), and keeps the messages. A batch is
 * accepted whole or not at all, unless the header `x-batch-validation` says `permissive`.
 */
export async function startFakeResend(options: FakeResendOptions = {}): Promise<FakeResend> {
  const { requestsPerSecond: perSecond = REQUESTS_PER_SECOND, workMs = 0, now = Date.now } = options;
  const apiKey = `re_${randomUUID().replaceAll("-", "")}`;
  const sent: SentEmail[] = [];
  const requests: FakeResend["requests"] = [];
  const plannedFaults: Fault[] = [];
  const answered = new Map<string, { payload: string; answer: unknown; at: number }>();
  const atWork = new Set<string>();
  let lastSecond = { at: 0, count: 0 };

  /** @returns what is left in this second */
  const countRequest = () => {
    const at = Math.floor(Date.now() / 1000);
    lastSecond = lastSecond.at === at ? { at, count: lastSecond.count + 1 } : { at, count: 1 };
    return perSecond - lastSecond.count;
  };

  /** Accepts what the request holds, or finds that the same request was accepted before. */
  const accept = (path: string, body: string, idempotencyKey: string | null, isPermissive: boolean): unknown => {
    const payload = `${path}\n${body}`;
    const before = idempotencyKey === null ? undefined : answered.get(idempotencyKey);
    if (before !== undefined && now() - before.at < KEY_MS) {
      if (before.payload === payload) return before.answer;
      const message = "Same idempotency key used with a different request payload.";
      throw new Refusal(409, "invalid_idempotent_request", message);
    }
    const isBatch = path === "/emails/batch";
    const { emails, errors } = isBatch
      ? readBatch(body, isPermissive)
      : { emails: [readEmail(parseJson(body))], errors: [] };
    const createdAt = new Date().toISOString();
    const accepted = emails.map((each) => ({ ...each, id: randomUUID(), idempotencyKey, createdAt }));
    sent.push(...accepted);
    const ids = accepted.map(({ id }) => ({ id }));
    const answer = isBatch ? { data: ids, ...(isPermissive && { errors }) } : ids[0];
    if (idempotencyKey !== null) answered.set(idempotencyKey, { payload, answer, at: now() });
    return answer;
  };

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const idempotencyKey = header(request.headers, "idempotency-key");
    const isPermissive = header(request.headers, "x-batch-validation") === "permissive";
    const body = await text(request).catch(() => null);
    if (body === null) return;
    const note = (status: number | "hang" | "reset") => requests.push({ path, idempotencyKey, status, body });
    let holdsKey = false;
    try {
      checkRequest(request.method, path, request.headers, apiKey);
      const left = countRequest();
      response.setHeader("ratelimit-limit", perSecond);
      response.setHeader("ratelimit-remaining", Math.max(left, 0));
      // Whole seconds, as the draft says; what is left of this one counts as one.
      response.setHeader("ratelimit-reset", 1);
      if (left < 0) {
        response.setHeader("retry-after", 1);
        const message = `Too many requests. You can only make ${perSecond} requests per second.`;
        throw new Refusal(429, "rate_limit_exceeded", message);
      }
      if (idempotencyKey !== null && atWork.has(idempotencyKey)) {
        const message = "Same idempotency key used while original request is still in progress.";
        throw new Refusal(409, "concurrent_idempotent_requests", message);
      }
      if (idempotencyKey !== null) atWork.add(idempotencyKey);
      holdsKey = true;
      const fault = plannedFaults.shift();
      if (workMs > 0) await sleep(workMs);
      if (fault?.isAccepted) accept(path, body, idempotencyKey, isPermissive);
      if (fault?.answer === "hang") return void note("hang");
      if (fault?.answer === "reset") {
        note("reset");
        return void request.socket.resetAndDestroy();
      }
      if (fault !== undefined) {
        const { status, name, retryAfterSeconds } = fault.answer;
        if (retryAfterSeconds !== undefined) response.setHeader("retry-after", retryAfterSeconds);
        throw new Refusal(status, name, "The test asked for this error.");
      }
      const answer = accept(path, body, idempotencyKey, isPermissive);
      note(200);
      sendJson(response, 200, answer);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note(error.status);
      sendJson(response, error.status, { statusCode: error.status, name: error.name, message: error.message });
    } finally {
      if (holdsKey && idempotencyKey !== null) atWork.delete(idempotencyKey);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    sent,
    requests,
    mails: () =>
      sent
        .map(({ to, html, text: plain, ...mail }) => ({
          ...mail,
          to: to.join(", "),
          html: html ?? "",
          text: plain ?? "",
        }))
        .reverse(),
    fail: (...next) => void plannedFaults.push(...next),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function checkRequest(method: string | undefined, path: string, headers: IncomingHttpHeaders, apiKey: string) {
  // Resend's edge refuses a request without this header before it looks at the key (error 1010).
  if (!header(headers, "user-agent")) throw new Refusal(403, "forbidden", "error code: 1010");
  if (method !== "POST" || (path !== "/emails" && path !== "/emails/batch")) {
    throw new Refusal(404, "not_found", "The requested endpoint does not exist.");
  }
  const authorization = header(headers, "authorization");
  if (!authorization?.startsWith("Bearer ")) {
    throw new Refusal(401, "missing_api_key", "Missing API key in the authorization header.");
  }
  if (authorization !== `Bearer ${apiKey}`) throw new Refusal(403, "invalid_api_key", "API key is invalid.");
  const key = header(headers, "idempotency-key");
  if (key !== null && (key.length < 1 || key.length > LONGEST_KEY)) {
    throw new Refusal(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
}

function readBatch(body: string, isPermissive: boolean) {
  const items = parseJson(body);
  if (!Array.isArray(items)) throw new Refusal(422, "validation_error", "The payload must be an array of emails.");
  if (items.length < 1 || items.length > MOST_IN_BATCH) {
    throw new Refusal(422, "validation_error", `A batch holds 1 to ${MOST_IN_BATCH} emails.`);
  }
  if (!isPermissive) return { emails: items.map(readEmail), errors: [] };
  const errors: { index: number; message: string }[] = [];
  const emails = items.flatMap((item, index) => {
    try {
      return [readEmail(item)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push({ index, message: error.message });
      return [];
    }
  });
  return { emails, errors };
}

function readEmail(item: unknown) {
  const fields = z.record(z.string(), z.unknown()).safeParse(item);
  for (const name of ["from", "to", "subject"]) {
    if (!fields.data?.[name]) throw new Refusal(422, "missing_required_field", `Missing \`${name}\` field.`);
  }
  const parsed = email.safeParse(item);
  if (!parsed.success) throw new Refusal(422, "validation_error", z.prettifyError(parsed.error));
  const { html, text: plain, to, from } = parsed.data;
  if (!html && !plain) throw new Refusal(422, "validation_error", "Missing `html` or `text` field.");
  if (to.length > MOST_RECIPIENTS) throw new Refusal(422, "validation_error", "Too many recipients.");
  for (const [field, address] of [["from", from], ...to.map((one) => ["to", one])]) {
    if (!/^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(address ?? "")) {
      const forms = "`email@example.com` or `Name <email@example.com>`";
      throw new Refusal(422, "validation_error", `Invalid \`${field}\` field. The address needs the form ${forms}.`);
    }
  }
  return parsed.data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, "validation_error", "The body is not JSON.");
  }
}

function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
