import { describe, expect, test } from "vitest";
import { z } from "zod";
import { wordsIn } from "../journeys/words";
import { startProduct, theServer } from "../support/journey";
import { confirmationCode, confirmationLink } from "../support/mail-links";
import { textOf } from "./page-text";
import { post, postSignature, signUrl, visibleAnswer } from "./posting";

startProduct();

const t = wordsIn("en");
const count = async () => {
  const answer = await theServer().fetch("/api/v1/campaigns/privacy-for-all/count");
  return z.object({ count: z.number() }).parse(await answer.json()).count;
};
const linkFor = async (email: string) => new URL(confirmationLink(await theServer().mailTo(email))).pathname;
const confirm = async (email: string) => post(await linkFor(email), new URLSearchParams({ intent: "confirm" }));

describe("The answer tells nobody who has signed", () => {
  test("a first, a repeated and a duplicate signature are answered alike, byte by byte", async () => {
    const first = await visibleAnswer(await postSignature({ name: "Ada Byron", email: "ada.byron@gmail.com" }));
    expect(first.status).toBe(303);
    expect(first.headers).toContain("location: /en/campaigns/privacy-for-all/check-inbox");

    const before = await count();
    expect((await confirm("ada.byron@gmail.com")).status).toBe(303);
    await expect.poll(count, { timeout: 5_000 }).toBe(before + 1);

    for (const [name, email] of [
      ["Ada Byron", "ada.byron@gmail.com"],
      ["Ada Byron", "Ada.Byron@GMAIL.com"],
      ["Ada Byron", "adabyron@gmail.com"],
      ["Ada Byron", "a.d.a.byron+petition@googlemail.com"],
      ["  ada   BYRON ", "ada.byron@gmail.com"],
      ["Somebody Else", "somebody.else@example.org"],
    ] as const) {
      expect(await visibleAnswer(await postSignature({ name, email })), email).toEqual(first);
    }
    const told = await theServer().mailTo("gmail.com", ({ subject }) => subject === t("mail:alreadySigned.subject"));
    expect(told.text).not.toContain("/confirm/");
    await theServer().mailTo("somebody.else@example.org");
    const toAda = (await theServer().mails()).filter(({ to }) => /byron|googlemail/i.test(to));
    expect(toAda.map(({ subject }) => subject).sort(), "One mail to confirm, one that it is done.").toEqual(
      [t("mail:confirmSignature.subject"), t("mail:alreadySigned.subject")].sort(),
    );
    expect(await count(), "Nobody is counted twice.").toBe(before + 1);
  });

  test("two people share a mailbox; a third is answered alike and the mailbox's owner is told", async () => {
    const email = "family@example.org";
    const first = await visibleAnswer(await postSignature({ name: "Pierre", email }));
    const second = await visibleAnswer(await postSignature({ name: "Marie", email }));
    const third = await visibleAnswer(await postSignature({ name: "Irene", email: "Family@example.org" }));
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    const full = await theServer().mailTo(
      "amily@example.org",
      ({ subject }) => subject === t("mail:mailboxFull.subject"),
    );
    expect(full.text, "Whoever typed the name shall not write to a stranger through us.").not.toContain("Irene");
    expect(full.text).not.toContain("/confirm/");
  });

  test("a wrong code, an address that never signed and a new mail for nobody are answered alike", async () => {
    await postSignature({ name: "Grace", email: "grace@example.org" });
    const code = confirmationCode(await theServer().mailTo("grace@example.org"));
    const wrong = code === "000000" ? "000001" : "000000";
    const typed = (email: string) =>
      post(`${signUrl}/check-inbox`, new URLSearchParams({ intent: "code", email, code: wrong }));
    const known = await visibleAnswer(await typed("grace@example.org"));
    const unknown = await visibleAnswer(await typed("never@example.org"));
    expect(known.status).toBe(422);
    expect(unknown.body.replaceAll("never@", "grace@")).toBe(known.body);

    const again = (email: string) => post(`${signUrl}/check-inbox`, new URLSearchParams({ intent: "resend", email }));
    expect(await visibleAnswer(await again("never@example.org"))).toEqual(
      await visibleAnswer(await again("grace@example.org")),
    );
  });
});

describe("The mailed link", () => {
  test("shows and changes nothing however often it is opened, is kept by nobody, and confirms once", async () => {
    const email = "lin@example.org";
    await postSignature({ name: "Lin", email, country: "US", postalCode: "94110" });
    const link = await linkFor(email);
    const before = await count();

    const opened = await Promise.all([1, 2, 3].map(() => theServer().fetch(link)));
    for (const answer of [...opened, await theServer().fetch(link, { method: "HEAD" })]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    const bodies = await Promise.all(opened.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('name="robots" content="noindex"');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await count(), "Opening does not confirm.").toBe(before);

    const form = () => new URLSearchParams({ intent: "confirm" });
    // A browser that hides the referrer, as this page asks, sends `Origin: null`.
    const first = await post(link, form(), { origin: "null" });
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("referrer-policy")).toBe("no-referrer");
    const answers = [first, await post(link, form()), ...(await Promise.all([1, 2, 3].map(() => post(link, form()))))];
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe("/en/campaigns/privacy-for-all/lawmakers?zip=94110&confirmed=1");
    }
    await expect.poll(count, { timeout: 5_000 }).toBe(before + 1);

    const done = await theServer().fetch(link);
    expect(textOf(await done.text())).toContain(t("confirm:done.title"));
  });

  test("is answered in any language of the site, and a wrong one by a page that is not kept either", async () => {
    await postSignature({ name: "Tomás", email: "tomas@example.org" }, {}, "/es/campaigns/privacy-for-all");
    const link = await linkFor("tomas@example.org");
    expect(link.startsWith("/es/confirm/")).toBe(true);
    expect((await theServer().fetch(link.replace("/es/", "/ar/"))).status).toBe(200);
    for (const method of ["GET", "POST"]) {
      const wrong = await theServer().fetch(`${link.slice(0, -3)}xyz`, { method });
      expect(wrong.status).toBe(404);
      expect(wrong.headers.get("cache-control")).toBe("no-store");
      expect(wrong.headers.get("referrer-policy")).toBe("no-referrer");
    }
  });
});

describe("Names", () => {
  const signAs = (name: string, email: string) => postSignature({ name, email });

  test.each([
    ["=1+1", "nameFormula"],
    ["+Ada", "nameFormula"],
    ["-Ada", "nameFormula"],
    ["@ada", "nameFormula"],
    ["\u202e=SUM(A1)", "nameFormula"],
    ["＝SUM(A1)", "nameFormula"],
    ["Visit https://spam.example/", "nameLink"],
    ["www.spam.example", "nameLink"],
    ["spam.com", "nameLink"],
    ["x".repeat(121), "nameTooLong"],
    ["ع".repeat(121), "nameTooLong"],
    ["", "nameMissing"],
    ["   \t\n", "nameMissing"],
    ["\u202e\u2066", "nameMissing"],
    ["\0", "nameMissing"],
    ["🙂🙂🙂", "nameMissing"],
    ["12345", "nameMissing"],
  ] as const)("%j is refused", async (name, error) => {
    const answer = await signAs(name, "refused@example.org");
    expect(answer.status).toBe(422);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(textOf(await answer.text())).toContain(t(`sign:errors.${error}`));
  });

  test.each([
    ["X", "X"],
    ["x".repeat(120), "x".repeat(120)],
    ["𠮷".repeat(120), "𠮷".repeat(120)],
    ["李小龙", "李小龙"],
    ["José María O'Brien-Núñez Jr.", "José María O'Brien-Núñez Jr."],
    ["नरेंद्र", "नरेंद्र"],
    ["\u202eAda\u202c \u2066Lovelace\u2069", "Ada Lovelace"],
    ["Ada\0\u0007 Lovelace", "Ada Lovelace"],
    ["Ada\r\nBcc: victim at example", "Ada Bcc: victim at example"],
    ["Robert'); DROP TABLE signatures;--", "Robert'); DROP TABLE signatures;--"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["{{constructor}} {{name}} %s", "{{constructor}} {{name}} %s"],
  ])("%j signs", async (name, kept) => {
    const email = `name-${Buffer.from(name).toString("hex").slice(0, 40)}@example.org`;
    expect((await signAs(name, email)).status).toBe(303);
    const mail = await theServer().mailTo(email);
    expect(mail.subject).toBe(t("mail:confirmSignature.subject"));
    expect(mail.html).not.toContain("<script");
    expect(mail.html).not.toMatch(/[\u202a-\u202e\0]/);
    const html = await (await theServer().fetch(new URL(confirmationLink(mail)).pathname)).text();
    expect(textOf(/<bdi>([\s\S]*?)<\/bdi>/.exec(html)?.[1] ?? "").normalize()).toBe(kept.normalize());
    expect(html).not.toMatch(/<script(?! type="module")|[\u202a-\u202e\u2066-\u2069\0]/);
  });

  test("nothing of a refused form is stored: nobody is mailed", async () => {
    await postSignature({ name: "Afterwards", email: "afterwards@example.org" });
    await theServer().mailTo("afterwards@example.org");
    const mails = await theServer().mails();
    expect(mails.filter(({ to }) => to.includes("refused@"))).toEqual([]);
    expect(await count()).toBeGreaterThan(0);
  });
});

describe("Other fields", () => {
  test.each([
    [{ email: "" }, "emailMissing"],
    [{ email: "ada" }, "emailFaulty"],
    [{ email: "ada@example" }, "emailFaulty"],
    [{ email: "ada@example.org, eve@example.org" }, "emailFaulty"],
    [{ email: "ada@example.org\r\nBcc: eve@example.org" }, "emailFaulty"],
    [{ email: "a\0da@example.org" }, "emailFaulty"],
    [{ email: `${"a".repeat(65)}@example.org` }, "emailFaulty"],
    [{ email: `ada@${"a.".repeat(130)}org` }, "emailFaulty"],
    [{ country: "" }, "countryMissing"],
    [{ country: "QQ" }, "countryMissing"],
    [{ country: "K\0" }, "countryMissing"],
    [{ country: "__proto__" }, "countryMissing"],
    [{ country: "US", postalCode: "9411" }, "zipFaulty"],
    [{ country: "US", postalCode: "94110\0" }, "zipFaulty"],
    [{ country: "PR", postalCode: "abcde" }, "zipFaulty"],
    [{ partners: "no-such-partner" }, "partnerUnknown"],
    [{ partners: "\0" }, "partnerUnknown"],
    [{ partners: "x".repeat(5_000) }, "partnerUnknown"],
  ] as const)("%j is refused", async (fields, error) => {
    const answer = await postSignature(fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(t(`sign:errors.${error}`));
  });

  test.each<Record<string, string>>([
    { country: "ZZ" },
    { country: "ke" },
    { country: "GB", postalCode: "SW1A 1AA" },
    { country: "KE", postalCode: "\0 not used here" },
    { country: "US", postalCode: "94110-1234" },
    { country: "US", postalCode: "00000" },
    { unknown: "field", __proto__x: "1", constructor: "2" },
  ])("%j signs", async (fields) => {
    const email = `${Object.values(fields)
      .join("")
      .replaceAll(/[^A-Za-z0-9]/g, "")}@example.org`;
    expect((await postSignature({ email, ...fields })).status).toBe(303);
  });

  test("a form posted as multipart signs too", async () => {
    const form = new FormData();
    for (const [name, value] of [
      ["name", "Multi Part"],
      ["email", "multi@example.org"],
      ["country", "KE"],
    ] as const) {
      form.set(name, value);
    }
    expect((await post(signUrl, form)).status).toBe(303);
    form.set("name", new File(["x"], "name.txt"));
    expect((await post(signUrl, form)).status, "A file is no name.").toBe(422);
  });
});
