import { describe, expect, test } from "vitest";
import { wordsIn } from "../journeys/words";
import { startProduct, theServer } from "../support/journey";
import { stopLink } from "../support/mail-links";
import { someLocales } from "../support/some-locales";
import { headingOf } from "./page-text";
import { post, postSignature } from "./posting";

startProduct();

const t = wordsIn("en");
const oneClick = "List-Unsubscribe=One-Click";
let signers = 0;

/** The path of the unsubscribe link in the mail to somebody new. */
async function linkOfSomebody(): Promise<string> {
  const email = `reader${++signers}@example.org`;
  await postSignature({ email });
  return new URL(stopLink(await theServer().mailTo(email))).pathname;
}

function multipart() {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
}

test("looking changes nothing, is kept by nobody and is not indexed", async () => {
  const link = await linkOfSomebody();
  const { fetch } = theServer();
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await fetch(link, { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const html = await answer.text();
    if (method === "HEAD") continue;
    expect(headingOf(html)).toBe(t("unsubscribe:open.title"));
    expect(html).toMatch(/<meta name="robots" content="noindex"/);
  }
});

describe("One click of a mail program unsubscribes, and is answered by no redirect", () => {
  test.each<[string, () => RequestInit["body"], Record<string, string>]>([
    ["as a form", () => new URLSearchParams(oneClick), {}],
    ["as multipart", multipart, {}],
    [
      "from another site",
      () => new URLSearchParams(oneClick),
      { origin: "https://mail.example", "sec-fetch-site": "cross-site" },
    ],
    ["with an empty body", () => null, {}],
    ["with a body that is no form", () => "x", { "content-type": "text/plain" }],
  ])("%s", async (_how, body, headers) => {
    const link = await linkOfSomebody();
    for (const _press of [1, 2]) {
      const answer = await post(link, body(), headers);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(headingOf(await answer.text())).toBe(t("unsubscribe:done.title"));
    }
    expect(headingOf(await (await theServer().fetch(link)).text())).toBe(t("unsubscribe:done.title"));
  });

  test("only there: other forms from another site are refused as before", async () => {
    const foreign = { origin: "https://mail.example" };
    for (const path of ["/en/confirm/x", "/en/unsubscribe", "/en/unsubscribe/x/y", "/en/campaigns/privacy-for-all"]) {
      expect((await post(path, new URLSearchParams(oneClick), foreign)).status, path).toBe(403);
    }
  });
});

test.each(someLocales)(
  "a link that leads nowhere is told so kindly in %s, to readers and to programs",
  async (locale) => {
    for (const token of ["no-such-token", "%00", "a".repeat(5_000)]) {
      const path = `/${locale}/unsubscribe/${token}`;
      for (const answer of [await theServer().fetch(path), await post(path, new URLSearchParams(oneClick))]) {
        expect(answer.status).toBe(404);
        expect(headingOf(await answer.text())).toBe(wordsIn(locale)("unsubscribe:unknown.title"));
      }
    }
  },
);

test("who unsubscribed still gets the mail that a form of theirs asks for", async () => {
  const link = await linkOfSomebody();
  await post(link, new URLSearchParams(oneClick));
  const email = `reader${signers}@example.org`;
  const first = await theServer().mailTo(email);
  await postSignature({ email, name: "Grace Hopper" });
  await theServer().mailTo(email, ({ id }) => id !== first.id);
});

test("the secret is in no log", async () => {
  const link = await linkOfSomebody();
  await post(link, new URLSearchParams(oneClick));
  const secret = link.split("/").at(-1) ?? "";
  expect(secret.length).toBeGreaterThan(40);
  expect(theServer().web.output() + (theServer().worker?.output() ?? "")).not.toContain(secret);
});
