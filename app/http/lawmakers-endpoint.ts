import { createHash } from "node:crypto";
import { type FactsIndex, factsInForce } from "~/domain/lawmakers/facts-in-force";
import { answerLawmakers } from "~/domain/lawmakers/lawmakers-answer";
import { isKnownTag } from "./entity-tag";
import { type ReadyAnswer, readyError } from "./ready-answer";

/** How long an answer may be kept: facts change about once a month, a correction of staff shows within minutes. */
const KEPT_SECONDS = 300;
/** Until the next Congress's facts are here, which people bring. */
const EXPIRED_RETRY_SECONDS = 3_600;

const openToAll = { "Access-Control-Allow-Origin": "*" };
const allowed = "GET, HEAD, OPTIONS";

export interface LawmakersRequest {
  method: string;
  query: URLSearchParams;
  /** `If-None-Match`. */
  knownTag: string | undefined;
}

/** The answer to any request to `/api/v1/lawmakers`, from memory alone. */
export function answerLawmakersRequest(index: FactsIndex, request: LawmakersRequest, now: Date): ReadyAnswer {
  if (request.method === "OPTIONS") return preflight();
  if (request.method !== "GET" && request.method !== "HEAD") {
    const refused = readyError(405, "method-not-allowed", "Ask with GET.");
    return { ...refused, headers: { ...refused.headers, Allow: allowed } };
  }
  const { query } = request;
  const { status, body } = answerLawmakers(index, { zip: query.get("zip"), district: query.get("district") }, now);
  if (status !== 200) {
    const refused = readyError(status, body.error.code, body.error.message);
    if (body.error.code === "facts-expired") refused.headers["Retry-After"] = String(EXPIRED_RETRY_SECONDS);
    return refused;
  }
  const text = JSON.stringify(body);
  const tag = `"${createHash("sha1").update(text).digest("base64url")}"`;
  const headers = {
    ...openToAll,
    "Cache-Control": `public, max-age=${keptSeconds(index, now)}`,
    "Content-Type": "application/json; charset=utf-8",
    ETag: tag,
  };
  return isKnownTag(request.knownTag, tag) ? { status: 304, headers, body: "" } : { status, headers, body: text };
}

/** One network asks too much. */
export function tooManyLawmakersRequests(waitSeconds: number): ReadyAnswer {
  const refused = readyError(429, "too-many-requests", "Too many requests from your network. Please wait a moment.");
  return { ...refused, headers: { ...refused.headers, "Retry-After": String(waitSeconds) } };
}

/** No answer may outlive the Congress that it tells of. */
function keptSeconds(index: FactsIndex, now: Date): number {
  const at = factsInForce(index, now);
  const left = at.status === "inForce" ? Math.floor((at.facts.origin.validUntil.getTime() - now.getTime()) / 1_000) : 0;
  return Math.min(KEPT_SECONDS, left);
}

function preflight(): ReadyAnswer {
  const headers = {
    ...openToAll,
    "Access-Control-Allow-Methods": allowed,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
    Allow: allowed,
  };
  return { status: 204, headers, body: "" };
}
