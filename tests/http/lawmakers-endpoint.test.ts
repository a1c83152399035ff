import { expect, test } from "vitest";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { answerLawmakersRequest, tooManyLawmakersRequests } from "~/http/lawmakers-endpoint";
import { end, facts, index, now, shippedFacts } from "../domain/lawmakers/index-of-tests";

function ask(query: string, more: { method?: string; knownTag?: string; at?: Date; sets?: typeof index } = {}) {
  const { method = "GET", knownTag, at = now, sets = index } = more;
  return answerLawmakersRequest(sets, { method, query: new URLSearchParams(query), knownTag }, at);
}

test("an answer carries a strong tag of its bytes, and who has them gets none again", () => {
  const first = ask("zip=94110");
  expect(first.headers).toMatchObject({
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=300",
    ETag: expect.stringMatching(/^"[\w-]{27}"$/),
  });
  const tag = first.headers.ETag ?? "";
  for (const knownTag of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
    expect(ask("zip=94110", { knownTag })).toMatchObject({ status: 304, body: "", headers: { ETag: tag } });
  }
  expect(ask("zip=94110", { knownTag: '"other"' }).status).toBe(200);
  expect(ask("zip=94110-1234").headers.ETag).toBe(tag);
  expect(ask("zip=94112").headers.ETag).not.toBe(tag);
  expect(ask("zip=94110", { method: "HEAD" })).toEqual(first);
});

test("a changed fact changes the tag", () => {
  const lawmakers = shippedFacts.lawmakers.map((one) =>
    one.bioguide === "P000197" ? { ...one, phone: "202-225-0000" } : one,
  );
  const changed = [indexCongress({ ...shippedFacts, lawmakers })];
  expect(ask("zip=94110", { sets: changed }).headers.ETag).not.toBe(ask("zip=94110").headers.ETag);
});

test("no answer may be kept beyond the end of its Congress", () => {
  const kept = (at: string) => ask("zip=94110", { at: new Date(at) }).headers["Cache-Control"];
  expect(kept("2027-01-03T16:50:00Z")).toBe("public, max-age=300");
  expect(kept("2027-01-03T16:58:00Z")).toBe("public, max-age=120");
  expect(kept("2027-01-03T16:59:59.500Z")).toBe("public, max-age=0");
});

test("after its end the old Congress is refused, until the next one is known", () => {
  const refused = ask("zip=94110", { at: end });
  expect(refused.status).toBe(503);
  expect(JSON.parse(refused.body)).toMatchObject({ error: { code: "facts-expired" } });
  expect(refused.headers).toMatchObject({ "Cache-Control": "no-store", "Retry-After": "3600" });
  const next = indexCongress({
    ...shippedFacts,
    congress: 120,
    validFrom: end,
    validUntil: new Date("2029-01-03T17:00Z"),
  });
  expect(ask("zip=94110", { at: end, sets: [facts, next] }).status).toBe(200);
  expect(ask("zip=94110", { sets: [] })).toMatchObject({ status: 503, headers: { "Retry-After": "10" } });
});

test("another site's script may ask, and other methods are refused in the contract's shape", () => {
  expect(ask("zip=94110", { method: "OPTIONS" })).toMatchObject({
    status: 204,
    headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS" },
  });
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE"]) {
    const refused = ask("zip=94110", { method });
    expect(refused).toMatchObject({ status: 405, headers: { Allow: "GET, HEAD, OPTIONS" } });
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: "method-not-allowed" } });
  }
});

test("too many requests are refused with the time to wait", () => {
  expect(tooManyLawmakersRequests(3)).toMatchObject({
    status: 429,
    headers: { "Retry-After": "3", "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*" },
  });
});
