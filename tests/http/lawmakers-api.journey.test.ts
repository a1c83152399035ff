import { expect, test } from "vitest";
import { startProduct, theServer } from "../support/journey";

startProduct({ TRUSTED_PROXIES: "loopback" });

const path = "/api/v1/lawmakers";
const ask = (query: string, init: RequestInit = {}) => theServer().fetch(path + query, init);
const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

test("an answer is tagged, cacheable, open to other sites and carries the headers of security", async () => {
  const full = await ask("?zip=94110");
  expect(full.status).toBe(200);
  const tag = full.headers.get("etag") ?? "";
  expect(full.headers.get("content-length")).toBe(String((await full.arrayBuffer()).byteLength));
  expect(full.headers.get("cache-control")).toBe("public, max-age=300");
  expect(full.headers.get("access-control-allow-origin")).toBe("*");
  expect(full.headers.get("content-security-policy")).toContain("default-src 'none'");

  const known = await ask("?zip=94110", { headers: { "if-none-match": tag } });
  expect([known.status, known.headers.get("etag"), await known.text()]).toEqual([304, tag, ""]);
  const head = await ask("?zip=94110", { method: "HEAD" });
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, tag, ""]);
});

test("a browser may ask whether it may ask, and nothing can be sent", async () => {
  const asked = { origin: "https://other.example", "access-control-request-method": "GET" };
  const preflight = await ask("?zip=94110", { method: "OPTIONS", headers: asked });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-methods")).toContain("GET");
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const refused = await ask("", { method, body: "x".repeat(100_000) });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await refused.json()).toMatchObject({ error: { code: "method-not-allowed" } });
  }
});

test.each(["?zip=%", "?zip=%00", "?zip=%E0%A4%A", "?zip[]=94110", "?zip=94110&zip=1", "?district=%F0%9F%92%A9", "?"])(
  "%s is no fault",
  async (query) => {
    const answer = await ask(query);
    expect(answer.status).toBeLessThan(500);
    await answer.json();
  },
);

test("one network is slowed down after ten a second for a minute, and no other", async () => {
  const answers = await Promise.all(Array.from({ length: 700 }, () => ask("?zip=94110", from("203.0.113.7"))));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(10);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(600);
  const [first] = refused;
  expect(Number(first?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await first?.json()).toMatchObject({ error: { code: "too-many-requests" } });
  expect((await ask("?zip=94110", from("203.0.113.8"))).status).toBe(200);
  expect((await ask("?zip=94110", from("10.0.0.1"))).status).toBe(200);
});
