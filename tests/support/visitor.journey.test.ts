import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./accessibility";
import { launchChromium } from "./chromium";
import { watchForFaults } from "./visitor";

// What the journeys must notice, shown on pages that are wrong on purpose.
const html = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main>${body}</main></body></html>`;
const pages: Record<string, { body: string; status?: number; headers?: Record<string, string> }> = {
  "/clean": { body: html("<h1>Clean</h1><p>Nothing to see.</p>") },
  "/missing": { body: html("<h1>Not here</h1>"), status: 404 },
  "/foreign": { body: html('<h1>Picture</h1><img alt="" src="https://tracker.example/pixel.png">') },
  "/cookie": { body: html("<h1>Cookie</h1>"), headers: { "set-cookie": "visitor=1; Max-Age=0" } },
  "/policy": {
    body: html("<h1>Policy</h1>", "<style>h1 { color: red }</style>"),
    headers: { "content-security-policy": "default-src 'none'" },
  },
  "/throws": { body: html("<h1>Throws</h1><script>throw new Error('broken')</script>") },
  "/part": { body: html('<h1>Part</h1><img alt="" src="/no-such-picture">') },
  "/dim": { body: html('<h1>أسماء</h1><p style="color:#aaa;background:#fff">خصوصيتك حق لك</p>') },
  "/unlabelled": { body: html('<h1>Form</h1><input name="email">') },
};

let server: Server;
let browser: Browser;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    const page = pages[request.url ?? ""] ?? { body: "", status: 404 };
    response.writeHead(page.status ?? 200, { "content-type": "text/html; charset=utf-8", ...page.headers });
    return response.end(page.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function faultsOf(path: string, javaScriptEnabled = true): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled });
  try {
    const listFaults = watchForFaults(context, origin);
    const page = await context.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    return await listFaults();
  } finally {
    await context.close();
  }
}

test.each([
  ["/foreign", "asks another host: https://tracker.example/pixel.png"],
  ["/cookie", "sets a cookie"],
  ["/policy", "Content Security Policy"],
  ["/throws", "throws: broken"],
  ["/part", "404 for a part of the page"],
])("%s is noticed", async (path, fault) => {
  expect((await faultsOf(path)).join("\n")).toContain(fault);
});

test("another host is noticed without JavaScript too", async () => {
  expect((await faultsOf("/foreign", false)).join("\n")).toContain("asks another host");
  expect((await faultsOf("/policy", false)).join("\n")).toContain("Content Security Policy");
});

test("a clean page has no fault, and neither has one that says it is not there", async () => {
  expect(await faultsOf("/clean")).toEqual([]);
  expect(await faultsOf("/clean", false)).toEqual([]);
  expect(await faultsOf("/missing")).toEqual([]);
});

test("a field without a label and dim Arabic are noticed, and a clean page passes", async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/clean`);
    await expectAccessible(page);
    await page.goto(`${origin}/unlabelled`);
    await expect(expectAccessible(page)).rejects.toThrow("must have labels");
    await page.goto(`${origin}/dim`);
    await expect(expectAccessible(page)).rejects.toThrow("contrast: 2.32 to 1");
  } finally {
    await context.close();
  }
});
