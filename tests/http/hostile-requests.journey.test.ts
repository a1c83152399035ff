import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../journeys/words";
import { startProduct, theServer } from "../support/journey";
import { headingOf } from "./page-text";
import { post, postSignature, signUrl } from "./posting";

startProduct();

const KB = 1024;
const formOf = (bytes: number) => {
  const start = "name=Ada&email=ada@example.org&country=KE&padding=";
  return start + "x".repeat(bytes - start.length);
};
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

describe("A body over 64 kB is refused with a page", () => {
  const urls = [
    signUrl,
    `${signUrl}/check-inbox`,
    `${signUrl}/lawmakers/contact`,
    "/en/confirm/x",
    "/en",
    "/api/v1/no-such-answer",
    "/",
  ];

  test.each(urls)("posted to %s with its length", async (url) => {
    const answer = await post(url, formOf(64 * KB + 1), urlencoded);
    expect(answer.status).toBe(413);
  });

  test.each(["en", "es", "ar"] as const)("in %s", async (locale) => {
    const answer = await post(`/${locale}/campaigns/privacy-for-all`, formOf(65 * KB), urlencoded);
    expect(answer.status).toBe(413);
    expect(headingOf(await answer.text())).toBe(wordsIn(locale)("errors:bodyTooLarge.title"));
  });

  test.each([65 * KB, 900 * KB])("sent in chunks, %i bytes", async (bytes) => {
    const answer = await chunked(signUrl, formOf(bytes));
    expect(answer.status).toBe(413);
    expect(headingOf(answer.body)).toBe(wordsIn("en")("errors:bodyTooLarge.title"));
  });

  test("sent in chunks without end, it is cut off and the server lives on", async () => {
    await chunked(signUrl, formOf(4 * KB * KB)).catch(() => "cut off");
    expect((await theServer().fetch("/readyz")).status).toBe(200);
  });

  test("where nothing can be posted, the body is not even looked at", async () => {
    expect((await post("/api/v1/lawmakers", formOf(64 * KB + 1), urlencoded)).status).toBe(405);
  });

  test("and one of 64 kB is not", async () => {
    expect((await post(signUrl, formOf(64 * KB), urlencoded)).status).toBe(303);
    expect((await chunked(signUrl, formOf(64 * KB))).status).toBe(303);
  });
});

describe("A post from another site is refused with a page", () => {
  test.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://other.localhost" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "not an origin" },
  ])("%j", async (headers) => {
    const answer = await postSignature({ email: "cross@example.org" }, headers);
    expect(answer.status).toBe(403);
    expect(headingOf(await answer.text())).toBe(wordsIn("en")("errors:crossSite.title"));
  });

  test("and one from our own pages is not", async () => {
    const { origin } = theServer();
    const honest: Record<string, string>[] = [
      { origin },
      { "sec-fetch-site": "same-origin", origin },
      { origin: "null" },
      {},
    ];
    for (const headers of honest) {
      expect((await postSignature({}, headers)).status).toBe(303);
    }
    const mails = await theServer().mails();
    expect(mails.filter(({ to }) => to.includes("cross@"))).toEqual([]);
  });
});

describe("Whatever is asked, the answer is no fault", () => {
  test.each([
    "/%E0%A4%A",
    "/en/%E0%A4%A",
    "/en/campaigns/%E0%A4%A",
    "/assets/%E0%A4%A",
    "/%",
    "/%00",
    "/en/%00",
    "/en/campaigns/%00",
    "/en/campaigns/%00/lawmakers",
    "/en/campaigns/%00/take-action",
    "/en/campaigns/%00/check-inbox",
    "/en/confirm/%00",
    "/dev/mailbox/%00",
    "/dev/mailbox?id=%00",
    "/en/campaigns/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2fserver%2findex.js",
    "/../../package.json",
    "/.env",
    "/.git/config",
    "/en//campaigns///privacy-for-all",
    "//evil.example/en",
    "/en/campaigns/privacy-for-all'%20OR%201=1--",
    `/en/${"a/".repeat(500)}`,
    `/en/campaigns/${"a".repeat(5_000)}`,
    `/en/confirm/${"a".repeat(5_000)}`,
    `/en?${"q=1&".repeat(3_000)}`,
    `/en/campaigns/privacy-for-all/lawmakers?zip=${"9".repeat(10_000)}`,
    "/en/campaigns/privacy-for-all/lawmakers?zip=%00&state=%00&district=%00",
    "/en/campaigns/privacy-for-all/lawmakers?district=__proto__-1",
    "/en/campaigns/privacy-for-all/lawmakers?state=__proto__",
    "/en/campaigns/privacy-for-all/lawmakers?zip=94110&recorded=%3Cscript%3E",
    "/en/campaigns/privacy-for-all/lawmakers?zip=94110&done=%00&done=%3Cscript%3E.phone",
    "/en/campaigns/%00/lawmakers/call",
    "/en/campaigns/privacy-for-all/lawmakers/call?zip=%00&office=%00",
    `/en/campaigns/privacy-for-all/lawmakers/call?zip=94110&office=__proto__&say=constructor${"&done=P000145.phone".repeat(500)}`,
    "/en/campaigns/privacy-for-all/lawmakers/contact",
    "/en/campaigns/privacy-for-all/take-action?country=%00",
    "/en/campaigns/privacy-for-all/take-action?country=US&region=%00",
    "/en/campaigns/privacy-for-all/take-action?country=US&region='--",
    "/en/campaigns/privacy-for-all/take-action?country=constructor",
    "/en/principles/%00",
    "/en/principles/data-rights?country=%00",
    "/en/principles/data-rights?country=QQ&region=%00",
    "/en/principles/data-rights?country=US&region=US-%00",
    "/en/updates/%00",
    "/en/updates?type=%00&principle=%00&region=%00&page=%00",
    "/en/search?q=%00",
    "/en?_data=routes%2F%24locale",
    "/en.data",
    "/_root.data",
    "/en/campaigns/privacy-for-all.data",
    "/__manifest?p=/en",
  ])("%s", async (path) => {
    const answer = await raw("GET", path);
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|drizzle|postgres:\/\//);
  });

  test.each([
    ["/%E0%A4%A", "en"],
    ["/%", "en"],
    ["/es/%E0%A4%A", "es"],
    ["/ar/campaigns/%E0%A4%A", "ar"],
    ["/%E0%A4%A/confirm/x", "en"],
    ["/es/confirm/%E0%A4%A", "es"],
  ] as const)("%s, an escape that is cut off, is answered by a page of the site", async (path, locale) => {
    for (const method of ["GET", "POST"]) {
      const answer = await raw(method, path);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain(`<html lang="${locale}"`);
      expect(answer.body).toContain('<link rel="stylesheet"');
      expect(headingOf(answer.body)).toBe(wordsIn(locale)("errors:badRequest.title"));
    }
    expect(theServer().web.output(), "No log holds what was asked for.").not.toContain(path);
  });

  test("and below /api by an error of the API", async () => {
    const answer = await raw("GET", "/api/v1/%E0%A4%A");
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: "bad-request" } });
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("the method %s", async (method) => {
    for (const path of [
      "/",
      "/en",
      signUrl,
      `${signUrl}/lawmakers/contact`,
      "/en/confirm/x",
      "/api/v1/lawmakers?zip=94110",
      "/healthz",
      "/nope",
    ]) {
      const { status } = await raw(method, path);
      expect(status, `${method} ${path}`).toBeLessThan(500);
      if (method !== "OPTIONS" && method !== "TRACE") expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
    }
  });

  test("a post where nothing is posted", async () => {
    for (const path of [
      "/",
      "/en",
      "/en/campaigns",
      "/en/privacy",
      "/en/nope",
      "/nope",
      "/api/v1/lawmakers",
      "/api/v1/campaigns/privacy-for-all/count",
      "/api/nope",
      `${signUrl}/take-action`,
      "/dev/mailbox",
      "/healthz",
      "/robots.txt",
    ]) {
      const { status } = await post(path, new URLSearchParams({ a: "b" }));
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
    }
  });

  test.each([
    ["text/plain", "name=Ada"],
    ["application/json", '{"name":"Ada"}'],
    ["multipart/form-data; boundary=x", "no boundary here"],
    ["multipart/form-data", "--x\r\n\r\n"],
    ["application/x-www-form-urlencoded; charset=utf-16", "\0n\0a"],
    ["application/x-www-form-urlencoded", "%E0%A4%A&%&=&&name=%00%ff%fe"],
    ["", "name=Ada"],
  ])("a body of the kind %j", async (type, body) => {
    for (const path of [signUrl, `${signUrl}/check-inbox`, `${signUrl}/lawmakers/contact`, "/en/confirm/x"]) {
      const { status } = await post(path, Buffer.from(body), { "content-type": type });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
    }
  });

  test.each<Record<string, string>>([
    {},
    { channel: "phone" },
    { channel: "bribe", outcome: "sent", office: "P000145", requestKey: "0190a0a0-0000-7000-8000-000000000000" },
    { channel: "phone", outcome: "voicemail", office: "'; --", requestKey: "x" },
    { channel: "phone", outcome: "voicemail", office: "Z999999", requestKey: "0190a0a0-0000-7000-8000-000000000000" },
    ...[
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "call/../../..//evil.example",
      "call\r\nX: y",
    ].map((next) => ({
      channel: "phone",
      outcome: "voicemail",
      office: "P000145",
      requestKey: "0190a0a0-0000-7000-8000-000000000000",
      next,
    })),
  ])("an action that is none: %j", async (fields) => {
    const { status } = await post(`${signUrl}/lawmakers/contact`, new URLSearchParams(fields));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test("a request that is no HTTP", async () => {
    const { hostname, port } = new URL(theServer().origin);
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname);
    socket.end("GARBAGE\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await theServer().fetch("/healthz")).status).toBe(200);
  });

  test("a host header that is not ours leads nobody away", async () => {
    for (const path of ["/", "/en/campaigns/privacy-for-all/take-action?country=KE"]) {
      const answer = await raw("GET", path, { host: "evil.example", "x-forwarded-host": "evil.example" });
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toContain("evil.example");
      expect(answer.location).not.toContain("evil.example");
    }
  });

  test("and nothing of it was a fault for the log", () => {
    expect(theServer().web.output()).not.toMatch(/"level":"error"/);
  });
});

interface RawAnswer {
  status: number;
  location: string;
  body: string;
}

/** Sends a path as it is, which `fetch` would tidy up. */
async function raw(method: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const { port } = new URL(theServer().origin);
  const sent = request({ host: "127.0.0.1", port, method, path, headers: { host: `localhost:${port}`, ...headers } });
  sent.end();
  return receive(sent);
}

/** Posts a form without telling its length. */
async function chunked(path: string, body: string): Promise<RawAnswer> {
  const { port } = new URL(theServer().origin);
  const headers = { ...urlencoded, "transfer-encoding": "chunked" };
  const sent = request({ host: "127.0.0.1", port, method: "POST", path, headers });
  const answer = receive(sent);
  for (let at = 0; at < body.length; at += 16 * KB) sent.write(body.slice(at, at + 16 * KB));
  sent.end();
  return answer;
}

async function receive(sent: ReturnType<typeof request>): Promise<RawAnswer> {
  const [answer] = await once(sent, "response");
  return { status: answer.statusCode, location: answer.headers.location ?? "", body: await text(answer) };
}
