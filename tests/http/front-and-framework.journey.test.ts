import { once } from "node:events";
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../journeys/words";
import { startProduct, theServer } from "../support/journey";
import { confirmationLink } from "../support/mail-links";
import { startOfTests } from "../support/seeded";
import { headingOf, textOf } from "./page-text";
import { post, postSignature, signUrl } from "./posting";

startProduct();

const t = wordsIn("en");
const DAY_MS = 86_400_000;
/** Without what differs from one rendering to the next: when the form was made, and the address in the language switch. */
const steady = (html: string) =>
  html.replaceAll(/value="[0-9a-z]{6,11}(\.[\w-]{20,}){1,2}"/g, "").replaceAll('?x" hrefLang', '" hrefLang');
const linkFor = async (email: string) => new URL(confirmationLink(await theServer().mailTo(email))).pathname;
/** The same fields as another kind of body, which nothing in front reads. */
const multipart = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

/** Sends a request as it is; the answer as it came over the wire. */
async function raw(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = new URL(theServer().origin);
  const sent = request({ host: "127.0.0.1", port, method, path, headers: { host: `localhost:${port}`, ...headers } });
  sent.end();
  const [answer] = await once(sent, "response");
  const body = await buffer(answer);
  return { status: Number(answer.statusCode), headers: { ...answer.headers } as Record<string, string>, body };
}

describe("A page from memory", () => {
  test.each(["/en", "/ar/campaigns", signUrl, "/es/privacy", "/en/campaigns/no-such-campaign"])(
    "%s is the page that the framework gives",
    async (path) => {
      const ours = await raw(path);
      const theirs = await raw(`${path}?x`);
      expect(ours.status).toBe(theirs.status);
      expect(steady(ours.body.toString())).toBe(steady(theirs.body.toString()));
      const told = ({ headers }: typeof ours) => {
        const {
          date,
          etag,
          vary,
          "content-length": _,
          "transfer-encoding": __,
          "cache-control": ___,
          ...rest
        } = headers;
        return rest;
      };
      expect(told(ours)).toEqual(told(theirs));
      expect(ours.headers.vary).toBe("Accept-Encoding, Sec-GPC");
      if (ours.status !== 200) expect(ours.headers["cache-control"]).toBe(theirs.headers["cache-control"]);
      expect(ours.headers["set-cookie"]).toBeUndefined();
    },
  );

  test("has one body in every encoding, and none for who has it or asks for its head", async () => {
    const plain = await raw("/en/privacy");
    const zipped = await raw("/en/privacy", { "accept-encoding": "gzip" });
    const brotli = await raw("/en/privacy", { "accept-encoding": "gzip, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect([zipped.headers["content-encoding"], brotli.headers["content-encoding"]]).toEqual(["gzip", "br"]);
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    for (const { headers, body } of [plain, zipped, brotli]) {
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers.etag).toBe(plain.headers.etag);
    }

    const head = await raw("/en/privacy", { "accept-encoding": "br" }, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect({ ...head.headers, date: "" }).toEqual({ ...brotli.headers, date: "" });

    const known = await raw("/en/privacy", {
      "if-none-match": `"other", ${plain.headers.etag}`,
      "accept-encoding": "br",
    });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    expect(known.headers).toMatchObject({ etag: plain.headers.etag, vary: "Accept-Encoding, Sec-GPC" });
    expect(known.headers["content-encoding"]).toBeUndefined();
  });

  test("holds nothing of the request that it was rendered for", async () => {
    const evil = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "gopher",
      "accept-language": "ar",
      cookie: "evil=1",
      origin: "https://evil.example",
      referer: "https://evil.example/",
    };
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const poisoned = await raw("/es", evil);
    const clean = await raw("/es");
    for (const { status, headers, body } of [poisoned, clean]) {
      expect(status).toBe(200);
      expect(body.toString()).toContain('<html lang="es"');
      expect(body.toString() + JSON.stringify(headers)).not.toMatch(/evil|gopher/);
    }
    expect(clean.body.equals(poisoned.body)).toBe(true);
  });

  test.each([
    ["1", false],
    ["1, 0", false],
    ["0", true],
    ["true", true],
    ["11", true],
  ])("under Sec-GPC: %s offers to share with partners: %s", async (signal, isOffered) => {
    for (const path of [signUrl, `${signUrl}?x`]) {
      const { body } = await raw(path, { "sec-gpc": signal });
      expect(body.includes('name="partners"'), path).toBe(isOffered);
    }
  });

  test.each(["/en/", "/e%6e", "/en/campaigns/PRIVACY-FOR-ALL", "/en/campaigns/%70rivacy-for-all"])(
    "%s is no fault and is kept nowhere",
    async (path) => {
      const { status, headers } = await raw(path);
      expect(status).toBeLessThan(500);
      expect(headers["cache-control"]).not.toContain("public");
    },
  );

  test("/EN leads to /en, whoever asks", async () => {
    const { status, headers } = await raw("/EN", { host: "evil.example", "x-forwarded-host": "evil.example" });
    expect([status, headers.location]).toEqual([301, "/en"]);
  });
});

describe("A form is answered alike in front and behind", () => {
  const honest = { name: "Ada Lovelace", country: "KE" };

  test.each([
    ["an honest one", signUrl, { ...honest, email: "alike@example.org" }, {}, 303],
    ["a faulty one", signUrl, { ...honest, email: "nobody <b>", name: "A".repeat(121) }, {}, 422],
    ["one for no campaign", "/en/campaigns/none", { ...honest, email: "alike@example.org" }, {}, 404],
    ["one in no language", "/xx/campaigns/privacy-for-all", { ...honest, email: "alike@example.org" }, {}, 404],
    ["one from elsewhere", signUrl, { ...honest, email: "alike@example.org" }, { origin: "https://evil.example" }, 403],
    ["a dead link", `/en/confirm/${"x".repeat(43)}`, { intent: "confirm" }, {}, 404],
  ] as [string, string, Record<string, string>, Record<string, string>, number][])(
    "%s",
    async (_, url, fields, headers, status) => {
      const front = await post(url, new URLSearchParams(fields), headers);
      const behind = await post(url, multipart(fields), headers);
      expect([front.status, behind.status]).toEqual([status, status]);
      expect(front.headers.get("location")).toBe(behind.headers.get("location"));
      const html = await front.text();
      expect(steady(html)).toBe(steady(await behind.text()));
      if (status === 422) expect(html).toContain('value="nobody &lt;b&gt;"');
    },
  );

  test("of a field that is there twice the first counts", async () => {
    const twice = "name=First&name=Second&email=twice%40example.org&email=other%40example.org&country=KE&country=QQ";
    const kind = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post(signUrl, twice, kind)).status).toBe(303);
    const html = await (await theServer().fetch(await linkFor("twice@example.org"))).text();
    expect(textOf(html)).toContain("First");
    expect((await theServer().mails()).filter(({ to }) => to.includes("other@"))).toEqual([]);
  });

  test("partners that are ticked under Sec-GPC receive nothing", async () => {
    const offered = /name="partners" value="([\w-]+)"/.exec((await raw(signUrl)).body.toString())?.[1] ?? "";
    expect(offered).not.toBe("");
    for (const [email, gpc, names] of [
      ["shared@example.org", {}, false],
      ["gpc@example.org", { "sec-gpc": "1" }, true],
    ] as [string, Record<string, string>, boolean][]) {
      expect((await postSignature({ email, partners: offered }, gpc)).status).toBe(303);
      const html = await (await theServer().fetch(await linkFor(email))).text();
      expect(textOf(html).includes(t("confirm:facts.nobody")), email).toBe(names);
    }
  });
});

describe("A mailed link", () => {
  const confirm = (link: string, intent = "confirm") => post(link, new URLSearchParams({ intent }));

  test("confirms, and then withdraws", async () => {
    await postSignature({ email: "ways@example.org" });
    const link = await linkFor("ways@example.org");
    const front = await confirm(link);
    const behind = await post(link, multipart({ intent: "confirm" }));
    expect([front.status, behind.status]).toEqual([303, 303]);
    expect(front.headers.get("location")).toBe(behind.headers.get("location"));
    for (const answer of [front, behind]) {
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    }

    const withdrawn = await confirm(link, "withdraw");
    expect(withdrawn.headers.get("location")).toBe(link);
    expect((await confirm(link)).status, "It confirms nobody again.").toBe(404);
    const html = await (await theServer().fetch(link)).text();
    expect(headingOf(html)).toBe(t("confirm:withdrawn.title"));
  });

  test("that has expired says so and brings a new one", async () => {
    await postSignature({ email: "expired@example.org" });
    const link = await linkFor("expired@example.org");
    await theServer().setClock(new Date(startOfTests.getTime() + 8 * DAY_MS));
    for (const body of [new URLSearchParams({ intent: "confirm" }), multipart({ intent: "confirm" })]) {
      const answer = await post(link, body);
      expect(answer.status).toBe(410);
      expect(headingOf(await answer.text())).toBe(t("confirm:expired.title"));
    }
    const renewed = await confirm(link, "renew");
    expect(renewed.headers.get("location")).toBe(`${signUrl}/check-inbox?resent=1`);
    await expect.poll(() => linkFor("expired@example.org"), { timeout: 20_000 }).not.toBe(link);
    expect((await confirm(await linkFor("expired@example.org"))).status).toBe(303);
  });
});

test("a client that leaves in the middle of a form leaves no fault in the log", async () => {
  const { port } = new URL(theServer().origin);
  for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    const headers = { "content-type": type, "content-length": "500" };
    const sent = request({ host: "127.0.0.1", port, method: "POST", path: signUrl, headers });
    sent.on("error", () => undefined);
    sent.write("name=Ada");
    await new Promise((resolve) => setTimeout(resolve, 100));
    sent.destroy();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await theServer().fetch("/readyz")).status).toBe(200);
  expect(theServer().web.output()).not.toMatch(/"level":"error"|fault/);
});
