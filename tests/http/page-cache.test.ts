import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPageCache } from "~/http/page-cache.server";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

/** A cache before a site whose answers are given by hand. */
function cacheOf(answer: (path: string, gpc: boolean) => Response | Promise<Response>) {
  const asked: string[] = [];
  const cache = createPageCache({
    headers: { "X-Frame-Options": "DENY", "Content-Security-Policy": "default-src 'none'" },
    render: async (path, gpc) => {
      asked.push(`${path}${gpc ? " gpc" : ""}`);
      return answer(path, gpc);
    },
  });
  return { cache, asked };
}

const page = (html: string, headers: Record<string, string> = {}, status = 200) =>
  new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8", ...headers } });

const pass = (ms: number) => void vi.advanceTimersByTime(ms);
const headersOf = (headers: string[]) =>
  Object.fromEntries(headers.flatMap((name, place) => (place % 2 === 0 ? [[name, headers[place + 1]]] : [])));

test("a page is rendered once a second, however many read it, and anew after that", async () => {
  let version = 0;
  const { cache, asked } = cacheOf(() => page(`version ${++version}`));
  const read = async () => (await cache.find("/en", false))?.body("identity").toString();
  expect(await Promise.all([read(), read(), read()])).toEqual(["version 1", "version 1", "version 1"]);
  pass(999);
  expect(await read()).toBe("version 1");
  expect(asked).toHaveLength(1);

  pass(1);
  expect(await read(), "Sent at once, and rendered anew behind it.").toBe("version 1");
  await vi.waitFor(async () => expect(await read()).toBe("version 2"));
  expect(asked).toHaveLength(2);

  pass(2_000);
  expect(await read(), "Too old to be sent.").toBe("version 3");
});

test("a page that goes away is shown for two seconds at most", async () => {
  let isThere = true;
  const { cache } = cacheOf(() => (isThere ? page("here") : page("gone", { "Cache-Control": "no-store" }, 404)));
  await cache.find("/en/campaigns/x", false);
  isThere = false;
  pass(2_000);
  expect(await cache.find("/en/campaigns/x", false)).toMatchObject({ status: 404, etag: null });
});

test("an error is shared by those who wait together, and not kept", async () => {
  const { cache, asked } = cacheOf(() =>
    page("away", { "Cache-Control": "no-store", "Retry-After": "10", Vary: "Sec-GPC" }, 503),
  );
  const [one, two] = await Promise.all([cache.find("/en", false), cache.find("/en", false)]);
  expect(one).toBe(two);
  expect(headersOf(one?.headers ?? [])).toEqual({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "content-type": "text/html; charset=utf-8",
    "retry-after": "10",
    vary: "Accept-Encoding, Sec-GPC",
    "x-frame-options": "DENY",
  });
  expect(asked).toHaveLength(1);
  await cache.find("/en", false);
  expect(asked).toHaveLength(2);
});

test("an error after a good page ends that page", async () => {
  let status = 200;
  const { cache, asked } = cacheOf(() => page("x", {}, status));
  await cache.find("/en", false);
  status = 500;
  pass(1_500);
  expect(await cache.find("/en", false)).toMatchObject({ status: 200 });
  await vi.waitFor(async () => expect(await cache.find("/en", false)).toMatchObject({ status: 500 }));
  expect(asked.length).toBeGreaterThan(1);
});

test.each([
  ["sets a cookie", page("x", { "Set-Cookie": "a=b" })],
  ["is private", page("x", { "Cache-Control": "private" })],
  ["says no-store", page("x", { "Cache-Control": "no-store" })],
  ["depends on the reader's language", page("x", { Vary: "Accept-Language, Sec-GPC" })],
  ["leads elsewhere", new Response(null, { status: 302, headers: { Location: "/es" } })],
])("what %s is nobody else's", async (_, answer) => {
  const { cache } = cacheOf(() => answer.clone());
  expect(await cache.find("/en", false)).toBeNull();
  expect(await cache.find("/en", false)).toBeNull();
});

test.each([
  ["fails", () => Promise.reject(new Error("broken"))],
  [
    "breaks off",
    () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error("cut")) }), { status: 200 }),
  ],
])("rendering that %s hands the request on and never gets out", async (_, answer) => {
  const { cache } = cacheOf(answer);
  expect(await cache.find("/en", false)).toBeNull();
});

test("who sends Sec-GPC reads a page of their own", async () => {
  const { cache } = cacheOf((_, gpc) => page(gpc ? "not offered" : "offered"));
  const read = async (gpc: boolean) => (await cache.find("/en", gpc))?.body("identity").toString();
  expect([await read(true), await read(false), await read(true)]).toEqual(["not offered", "offered", "not offered"]);
});

test("one page, three encodings, one weak tag; a changed page has another", async () => {
  let html = "a page ".repeat(500);
  const { cache } = cacheOf(() => page(html));
  const first = await cache.find("/en", false);
  if (first === null) throw new Error("There is no page.");
  expect(first.body("identity").toString()).toBe(html);
  expect(gunzipSync(first.body("gzip")).toString()).toBe(html);
  expect(brotliDecompressSync(first.body("br")).toString()).toBe(html);
  expect(headersOf(first.headers)).toMatchObject({ etag: first.etag, vary: "Accept-Encoding, Sec-GPC" });
  expect(first.etag).toMatch(/^W\/"[\w-]{22}"$/);
  html += "changed";
  pass(5_000);
  expect((await cache.find("/en", false))?.etag).not.toBe(first.etag);
});

test("more pages than there is room for are rendered again, and none is mixed up", async () => {
  const { cache } = cacheOf((path) => page(path));
  for (let number = 0; number < 2_100; number++) {
    const path = `/en/campaigns/c${number}`;
    expect((await cache.find(path, false))?.body("identity").toString()).toBe(path);
  }
});
