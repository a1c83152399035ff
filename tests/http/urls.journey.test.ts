import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Locale, localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { wordsIn } from "../journeys/words";
import { startProduct, theServer } from "../support/journey";
import { someLocales } from "../support/some-locales";
import { headingOf, textOf, titleOf } from "./page-text";

startProduct();

const flagship = "/campaigns/privacy-for-all";
const get = (path: string, headers: Record<string, string> = {}) => theServer().fetch(path, { headers });

describe("The start leads to the reader's language", () => {
  test.each([
    ["ar-KE,ar;q=0.9,en;q=0.5", "/ar"],
    ["es-MX", "/es"],
    ["sv-SE,sv;q=0.9", "/en"],
    ["sv, es;q=0.4, ar;q=0.6", "/ar"],
    ["*", "/en"],
    ["", "/en"],
    ["en;q=0, es", "/es"],
    ["q=;;,,x-klingon;q=9".repeat(50), "/en"],
  ])("Accept-Language: %s", async (language, where) => {
    const answer = await get("/", language === "" ? {} : { "accept-language": language });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(where);
    expect(answer.headers.get("vary")).toMatch(/accept-language/i);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe.each(someLocales)("Every page in %s", (locale) => {
  test.each([
    "",
    "/campaigns",
    flagship,
    `${flagship}/check-inbox`,
    `${flagship}/take-action`,
    `${flagship}/take-action?country=KE`,
    `${flagship}/take-action?country=US&region=US-CA`,
    `${flagship}/take-action?country=ZZ`,
    `${flagship}/lawmakers`,
    `${flagship}/lawmakers?zip=94110`,
    `${flagship}/lawmakers?district=CA-11`,
    "/privacy",
  ])("%s is there", async (path) => {
    const answer = await get(`/${locale}${path}`);
    expect(answer.status).toBe(200);
    const html = await expectPage(answer, locale);
    expect(titleOf(html)).not.toContain(wordsIn(locale)("errors:pageTitle"));
    expect(html).toMatch(/<meta name="description" content="[^"]+"|<meta name="robots" content="noindex"/);
  });

  test.each([
    ["/no-such-page", 404, "errors:pageNotFound.title"],
    ["/campaigns/no-such-campaign", 404, "errors:campaignNotFound.title"],
    ["/campaigns/no-such-campaign/take-action", 404, "errors:campaignNotFound.title"],
    ["/campaigns/no-such-campaign/lawmakers", 404, "errors:campaignNotFound.title"],
    ["/campaigns/no-such-campaign/check-inbox", 404, "errors:campaignNotFound.title"],
    ["/campaigns/%00", 404, "errors:campaignNotFound.title"],
    ["/confirm/no-such-token", 404, "errors:tokenNotFound.title"],
    [`${flagship}/take-action?country=QQ`, 404, "errors:countryNotFound.title"],
  ] as const)("%s helps on", async (path, status, title) => {
    const answer = await get(`/${locale}${path}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const html = await expectPage(answer, locale);
    expect(headingOf(html)).toBe(textOf(wordsIn(locale)(title)));
    expect(titleOf(html)).toContain(wordsIn(locale)("errors:pageTitle"));
    expect(html, "It leads to the petition and to the start.").toContain(`href="/${locale}${flagship}"`);
    expect(html).toContain(`href="/${locale}"`);
  });

  test.each([
    ["1", 400, "lawmakers:zip.faulty"],
    ["abcde", 400, "lawmakers:zip.faulty"],
    ["٩٤١١", 400, "lawmakers:zip.faulty"],
    ["941100", 400, "lawmakers:zip.faulty"],
    ["00000", 404, "lawmakers:zip.unknown"],
  ] as const)("ZIP code %s is refused beside its field", async (zip, status, message) => {
    const answer = await get(`/${locale}${flagship}/lawmakers?zip=${encodeURIComponent(zip)}`);
    expect(answer.status).toBe(status);
    const html = await expectPage(answer, locale);
    expect(textOf(html)).toContain(wordsIn(locale)(message));
    expect(html).toContain(`value="${zip}"`);
  });
});

test.each(["/xx", "/xx/campaigns/privacy-for-all", "/XX-yy", "/english", "/x-default", "/zh-Hans", "/en%00", "/en_GB"])(
  "An unknown language, %s, is a 404 with links to those we have",
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    for (const locale of locales) expect(html).toContain(`href="/${locale}"`);
  },
);

describe("A language in another spelling", () => {
  const inAnotherRegion = (locale: string) => `${locale.replace(/-[A-Z]{2}$/, "")}-001`;

  test.each(
    locales.flatMap((locale) => [locale.toUpperCase(), inAnotherRegion(locale)].map((other) => [other, locale])),
  )("/%s leads on for good to /%s", async (spelling, locale) => {
    for (const rest of ["", "?a=%2F&b=1", `${flagship}/take-action?country=KE`, "/no-such-page"]) {
      const answer = await get(`/${spelling}${rest}`);
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(`/${locale}${rest}`);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
    }
  });

  test("keeps the secret of a mailed link", async () => {
    const { status, headers } = await get("/EN/confirm/no-such-token");
    expect(status).toBe(301);
    expect(headers.get("location")).toBe("/en/confirm/no-such-token");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("takes no form", async () => {
    const answer = await theServer().fetch(`/EN${flagship}`, {
      method: "POST",
      body: new URLSearchParams({ name: "A" }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test.each(["/%ff", "/ar/%ff", "/EN%", "/%E0%A4%A/privacy"])("%s is a page that leads on", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`href="/${path.startsWith("/ar") ? "ar" : "en"}${flagship}"`);
  });

  test.each(["/ar/../en", "/./en", "/en/", "/en//", "/en/../../../../etc/passwd", "/ar/..%2fen"])(
    "%s, as no browser sends it, is a page of the site",
    async (path) => {
      const { status, text } = await getAsWritten(path);
      expect([200, 404]).toContain(status);
      expect(text).toContain(
        `href="/en${flagship}"`.replace("/en/", text.includes('<html lang="ar"') ? "/ar/" : "/en/"),
      );
    },
  );
});

describe("Headers", () => {
  const pages = ["/en", `/en${flagship}`, "/en/no-such-page", "/xx", "/api/v1/lawmakers?zip=94110", "/"];

  test.each(pages)("%s forbids inline script and anything from elsewhere", async (path) => {
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("public pages carry no framework script and little of ours", async () => {
    const html = await (await get(`/en${flagship}`)).text();
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toMatch(/^<script type="module" src="\/assets\/[\w-]+island-[\w-]+\.js">$/);
    expect(html).not.toMatch(/\son\w+="|style="|javascript:/);
  });

  test.each(locales)(
    "a page in %s asks at once for the font of its headings, where they are in Latin letters",
    async (locale) => {
      const html = await (await get(`/${locale}${flagship}`)).text();
      const early = [...html.matchAll(/<link rel="preload"[^>]*>/g)].map(([tag]) => tag);
      const isLatin = !["ar", "ur", "hi", "bn", "zh-Hant"].includes(locale);
      expect(early).toHaveLength(isLatin ? 1 : 0);
      for (const tag of early) {
        expect(tag).toMatch(/ as="font" type="font\/woff2" crossorigin="anonymous"/i);
        const font = await get(/ href="([^"]+)"/.exec(tag)?.[1] ?? "");
        expect([font.status, font.headers.get("content-type")]).toEqual([200, "font/woff2"]);
        const sheet = await (await get(/href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? "")).text();
        expect(sheet, "What is asked for is what the page draws with.").toContain(/\/assets\/[^"]+/.exec(tag)?.[0]);
      }
    },
  );

  test("assets are kept for a year under a name that changes with them", async () => {
    const html = await (await get("/en")).text();
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? "";
    const answer = await get(sheet);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/assets/no-such.js")).status).toBe(404);
  });
});

describe("The count", () => {
  const shape = z.strictObject({ count: z.int().nonnegative(), goal: z.int().positive(), asOf: z.iso.datetime() });

  test("is public, cacheable and open to other sites", async () => {
    const answer = await get("/api/v1/campaigns/privacy-for-all/count");
    expect(answer.status).toBe(200);
    shape.parse(await answer.json());
    expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test.each(["no-such-campaign", "%00", "..%2f..", "%E2%80%AE"])("of %s is not found", async (slug) => {
    for (const numbers of ["count", "regions"]) {
      const answer = await get(`/api/v1/campaigns/${slug}/${numbers}`);
      expect(answer.status).toBe(404);
      apiError.parse(await answer.json());
    }
  });
});

test("The regions are public, cacheable and open to other sites, and none under ten is among them", async () => {
  const figures = z.record(z.string(), z.int().min(10));
  const answer = await get("/api/v1/campaigns/privacy-for-all/regions");
  expect(answer.status).toBe(200);
  z.strictObject({
    asOf: z.iso.datetime(),
    countries: figures,
    usDistricts: figures,
    unlisted: z.strictObject({ countries: z.int().nonnegative(), usDistricts: z.int().nonnegative() }),
    suppressedBelow: z.literal(10),
  }).parse(await answer.json());
  expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("set-cookie")).toBeNull();
});

const apiError = z.strictObject({
  error: z.strictObject({ code: z.string().regex(/^[a-z]+(-[a-z]+)*$/), message: z.string().min(1) }),
});

describe("Lawmakers", () => {
  const lawmaker = z.strictObject({
    bioguide: z.string().regex(/^[A-Z]\d{6}$/),
    name: z.string().min(1),
    party: z.string().min(1),
    chamber: z.enum(["senate", "house"]),
    state: z.string().regex(/^[A-Z]{2}$/),
    district: z.int().nonnegative().nullable(),
    phone: z.string().nullable(),
    contactForm: z.url({ protocol: /^https?$/ }).nullable(),
    website: z.url({ protocol: /^https?$/ }).nullable(),
  });
  const found = z.strictObject({
    zip: z.string().nullable(),
    districts: z.array(z.strictObject({ state: z.string(), district: z.int(), weight: z.number().positive().max(1) })),
    lawmakers: z.array(lawmaker),
    asOf: z.iso.date(),
    note: z.literal("military").optional(),
  });
  const ask = async (query: string) => {
    const answer = await get(`/api/v1/lawmakers?${query}`);
    expect(answer.status).toBe(200);
    return found.parse(await answer.json());
  };

  test.each([
    ["zip=94110", ["CA-11"], 2],
    ["zip=94110-1234", ["CA-11"], 2],
    ["district=CA-11", ["CA-11"], 2],
    ["zip=02139", ["MA-7", "MA-5"], 2],
    ["zip=42223", ["KY-1", "TN-7"], 4],
    ["zip=00901", ["PR-0"], 0],
    ["zip=20001", ["DC-0"], 0],
    ["zip=82001", ["WY-0"], 2],
  ] as const)("%s", async (query, districts, senators) => {
    const { lawmakers, ...answer } = await ask(query);
    const named = answer.districts.map(({ state, district }) => `${state}-${district}`);
    expect([...named].sort()).toEqual([...districts].sort());
    const weights = answer.districts.map(({ weight }) => weight);
    expect(weights, "The likeliest comes first.").toEqual([...weights].sort((a, b) => b - a));
    expect(lawmakers.filter(({ chamber }) => chamber === "senate")).toHaveLength(senators);
    expect(lawmakers.filter(({ chamber, district }) => (chamber === "senate") !== (district === null))).toEqual([]);
    expect(answer.zip).toBe(query.startsWith("zip=") ? query.slice(4, 9) : null);
  });

  test.each([
    ["zip=9411", 400, "invalid-zip"],
    ["zip=", 400, "invalid-zip"],
    ["zip=94110%00", 400, "invalid-zip"],
    ["zip='; drop table lawmakers; --", 400, "invalid-zip"],
    ["zip=00000", 404, "zip-not-found"],
    ["district=CA-99", 404, "district-not-found"],
    ["district=XX-1", 404, "district-not-found"],
    ["district=California", 400, "invalid-district"],
    ["", 400, "zip-or-district"],
    ["zip=94110&district=CA-11", 400, "zip-or-district"],
  ])("%s is refused with %i", async (query, status, code) => {
    const answer = await get(`/api/v1/lawmakers?${query}`);
    expect(answer.status).toBe(status);
    expect(apiError.parse(await answer.json()).error.code).toBe(code);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("an unknown resource is an error of the API too", async () => {
    const answer = await get("/api/v1/no-such-resource");
    expect(answer.status).toBe(404);
    expect(apiError.parse(await answer.json()).error.code).toBe("not-found");
  });
});

test("/healthz and /readyz tell that the product is alive and ready", async () => {
  expect((await get("/healthz")).status).toBe(200);
  const ready = await get("/readyz");
  expect(ready.status).toBe(200);
  expect(ready.headers.get("cache-control")).toBe("no-store");
  // How old the facts about Congress are; the clock is that of the machine.
  expect(await ready.json()).toEqual({
    status: "ready",
    details: [
      {
        congress: 119,
        asOf: "2026-06-15",
        ageDays: expect.any(Number),
        validUntil: "2027-01-03T17:00:00.000Z",
        state: expect.stringMatching(/inForce|expired/),
        warning: expect.stringMatching(/119th Congress/),
      },
    ],
  });
});

test("who starts it is told where it runs, in a few languages by their own names", () => {
  const { origin, web } = theServer();
  const [en, es, fr] = (["en", "es", "fr"] as const).map((locale) => `${localeNames[locale]} ${origin}/${locale}`);
  expect(web.output()).toContain(`  ${en}   ${es}   ${fr}   and ${locales.length - 3} more languages\n`);
});

test("the local mailbox is open in the demo only", async () => {
  const expected = theServer().resend === null ? 200 : 404;
  expect((await get("/dev/mailbox")).status).toBe(expected);
  expect((await get("/dev/mailbox.json")).status).toBe(expected);
  expect((await get("/dev/mailbox/no-such-mail")).status).toBe(404);
});

test("HEAD answers as GET does, without a body", async () => {
  for (const path of ["/", "/en", `/en${flagship}`, "/en/no-such-page", "/api/v1/lawmakers?zip=94110", "/healthz"]) {
    const [head, full] = await Promise.all([theServer().fetch(path, { method: "HEAD" }), get(path)]);
    expect(head.status, path).toBe(full.status);
    expect(head.headers.get("content-type")).toBe(full.headers.get("content-type"));
    expect(await head.text()).toBe("");
  }
});

/** Asks for a path that `fetch` would put in order first. */
function getAsWritten(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(theServer().origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on("error", reject).end();
  });
}

/** A whole page of the site, in the language of its address, that sets no cookie. */
async function expectPage(answer: Response, locale: Locale): Promise<string> {
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("content-language")).toBe(locale);
  expect(answer.headers.get("set-cookie")).toBeNull();
  const html = await answer.text();
  expect(html).toMatch(new RegExp(`<html lang="${locale}" dir="${textDirection(locale)}"`));
  expect(html).toContain("</html>");
  expect(html, "React 18 leaves NUL between the letters of other scripts.").not.toContain("\0");
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html.match(/<title>/g), "One title.").toHaveLength(1);
  return html;
}
