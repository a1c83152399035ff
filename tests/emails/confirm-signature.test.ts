import { expect, test } from "vitest";
import type { Locale } from "~/i18n/locales";
import { ada, code, messages, type Story } from "./mails";

async function confirmMail(locale: Locale, story: Partial<Story> = {}) {
  const mail = await messages[0]?.make(locale, { ...ada, ...story });
  if (!mail) throw new Error("There is no such mail.");
  return mail;
}

test.each(["en", "es", "ar"] as const)(
  "the code is copied as six digits and runs from left to right (%s)",
  async (locale) => {
    const { html, text } = await confirmMail(locale);
    expect(text.split("\n")).toContain(code);
    const shown = /<p dir="ltr" class="ink tint"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? "";
    expect(shown.replace(/<[^>]*>/g, "")).toBe(code);
  },
);

test.each([
  ["en", 7, "work for 7 days", 14, "after 14 days"],
  ["en", 1, "work for 1 day.", 1, "after 1 day."],
  ["es", 7, "durante 7 días", 14, "después de 14 días"],
  ["es", 1, "durante 1 día.", 1, "después de 1 día."],
  ["ar", 7, "لمدة 7 أيام", 14, "بعد 14 يومًا"],
  ["ar", 1, "لمدة يوم واحد", 2, "بعد يومين"],
  ["ar", 2, "لمدة يومين", 3, "بعد 3 أيام"],
  ["ar", 11, "لمدة 11 يومًا", 100, "بعد 100 يوم."],
] as const)(
  "days are counted as the language counts (%s, %i)",
  async (locale, validDays, valid, unconfirmedDays, deleted) => {
    const { text } = await confirmMail(locale, { validDays, unconfirmedDays });
    expect(text).toContain(valid);
    expect(text).toContain(deleted);
  },
);

test("what was ticked stands in the mail, each partner by name", async () => {
  const { text } = await confirmMail("en", { updates: true, partners: ["Khususiya", "Derechos en Red"] });
  expect(text).toContain("News about this campaign by email: yes.");
  expect(text).toContain("Sharing your name, email address and country with \u2068Khususiya\u2069: yes.");
  expect(text).toContain("Sharing your name, email address and country with \u2068Derechos en Red\u2069: yes.");
  expect(text).not.toContain("partner organizations: no");
});

test("what was not ticked stands there too", async () => {
  const { text } = await confirmMail("en");
  expect(text).toContain("News about this campaign by email: no.");
  expect(text).toContain("Sharing your details with partner organizations: no.");
});

test("the text says what to do when it was somebody else, and shouts nothing in capitals", async () => {
  const { text } = await confirmMail("en");
  expect(text).toContain("If this was not you, ignore this message");
  expect(text).toContain("Please confirm your signature\n");
  expect(text).not.toMatch(/[A-Z]{4,}/);
});

test("the same facts give the same bytes, which a retry under one idempotency key needs", async () => {
  expect(await confirmMail("ar")).toEqual(await confirmMail("ar"));
});
