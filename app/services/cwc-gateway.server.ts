import { z } from "zod";
import type { CwcGateway, CwcOutcome } from "~/domain/deliveries/cwc-channel";
import { rejectionReasonsOf } from "./cwc-errors";
import { deadline } from "./deadline";
import { waitOf } from "./rate-limit-headers";
import { createSteadyPace } from "./steady-pace";

export interface GatewaySettings {
  messagesUrl: string;
  officesUrl: string;
  /** Travels in the query string, because the programme wants it there: neither it nor an address is ever logged. */
  apiKey: string;
  perSecond: number;
  /** Of an accepted message. */
  acceptedStatus: number;
  /** How long to wait for an answer. The message may have arrived; its DeliveryId makes asking again safe. */
  timeoutMs?: number;
}

/** What is wrong with a gateway, without its address, which bears the key. */
export class CwcGatewayError extends Error {
  constructor(readonly code: string) {
    super(`The gateway gave no list of offices: ${code}`);
    this.name = "CwcGatewayError";
  }
}

const LIST_FRESH_MS = 10 * 60_000;
/** A list that can't be had anew is believed for a day. */
const LIST_BELIEVED_MS = 24 * 60 * 60_000;
const LIST_RETRY_MS = 30_000;
const LONGEST_LIST_BYTES = 2_000_000;
const DEFAULT_WAIT_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * The part that both gateways of Communicating with Congress have in common: XML by POST, the key as `apikey`, a list of
 * the offices that take messages.
 */
export function createCwcGateway(settings: GatewaySettings): CwcGateway {
  const { timeoutMs = 20_000 } = settings;
  const pace = createSteadyPace(settings.perSecond);
  let list: { codes: ReadonlySet<string>; at: number } | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<ReadonlySet<string>> | null = null;

  async function ask(address: string, init: RequestInit, signal?: AbortSignal) {
    const url = new URL(address);
    url.searchParams.set("apikey", settings.apiKey);
    const limit = deadline(timeoutMs, signal);
    try {
      const answer = await fetch(url, { ...init, redirect: "error", signal: limit.signal });
      // The body is part of the answer: one that never ends is none.
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    } catch {
      // What is thrown may quote the address, and with it the key.
      return null;
    } finally {
      limit.release();
    }
  }

  async function fetchOffices(): Promise<ReadonlySet<string>> {
    triedAt = performance.now();
    const answer = await ask(settings.officesUrl, { headers: { accept: "application/json" } });
    if (answer === null) throw new CwcGatewayError("no answer");
    if (answer.status !== 200) throw new CwcGatewayError(`status ${answer.status}`);
    const codes = answer.body.length > LONGEST_LIST_BYTES ? null : readOffices(answer.body);
    if (codes === null) throw new CwcGatewayError("unreadable");
    // Nobody takes messages? Then something is wrong there: an empty list is no fact.
    if (codes.size === 0) throw new CwcGatewayError("empty");
    list = { codes, at: performance.now() };
    return codes;
  }

  function refresh(): Promise<ReadonlySet<string>> {
    fetching ??= fetchOffices().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  const ageOf = (at: number) => performance.now() - at;

  return {
    knownOffices() {
      const isStale = list === null || ageOf(list.at) > LIST_FRESH_MS;
      if (isStale && fetching === null && ageOf(triedAt) > LIST_RETRY_MS) refresh().catch(() => undefined);
      return list !== null && ageOf(list.at) < LIST_BELIEVED_MS ? list.codes : null;
    },

    async activeOffices() {
      return list !== null && ageOf(list.at) < LIST_FRESH_MS ? list.codes : refresh();
    },

    waitMs: pace.waitMs,

    async send(xml, signal) {
      pace.begin();
      const answer = await ask(
        settings.messagesUrl,
        { method: "POST", headers: { "content-type": "application/xml" }, body: xml },
        signal,
      );
      const outcome = answer === null ? noAnswer : outcomeOf(answer, settings.acceptedStatus);
      if (outcome.result === "limited") pace.pause(Math.min(outcome.afterMs, LONGEST_PAUSE_MS));
      return outcome;
    },
  };
}

const noAnswer: CwcOutcome = { result: "retry", reason: "no answer" };

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function outcomeOf({ status, headers, body }: Answer, acceptedStatus: number): CwcOutcome {
  const afterMs = waitOf({ "retry-after": headers["retry-after"] ?? "" });
  if (status === acceptedStatus) return { result: "accepted" };
  // The same DeliveryId came before: what was sent then has arrived.
  if (status === 409) return { result: "accepted" };
  if (status === 400 || status === 422) return { result: "rejected", reasons: rejectionReasonsOf(body) };
  if (status === 429) return { result: "limited", afterMs: afterMs ?? DEFAULT_WAIT_MS };
  if (status === 401 || status === 403 || status === 404) return { result: "locked-out", reason: `status ${status}` };
  const isPassing = status === 408 || status >= 500;
  const reason = `status ${status}`;
  if (isPassing) return { result: "retry", reason, ...(afterMs !== undefined && { afterMs }) };
  // 415 and whatever else the programme does not know: a fault of ours, which the same message can't mend.
  return status >= 400 ? { result: "rejected", reasons: ["other"] } : { result: "retry", reason };
}

const code = /^[HS][A-Z]{2}\d{2}$/;
/** Lists come as codes, or as objects with a code in one of their fields. */
const offices = z.union([
  z.array(z.union([z.string(), z.record(z.string(), z.unknown())])),
  z.record(z.string(), z.unknown()),
]);

function readOffices(body: string): ReadonlySet<string> | null {
  try {
    const parsed = offices.safeParse(JSON.parse(body));
    if (!parsed.success) return null;
    const entries = Array.isArray(parsed.data) ? parsed.data : Object.values(parsed.data).flat();
    const values = entries.flatMap((entry) =>
      typeof entry === "object" && entry !== null ? Object.values(entry) : [entry],
    );
    return new Set(values.filter((value): value is string => typeof value === "string" && code.test(value)));
  } catch {
    return null;
  }
}
