import { expect, test } from "vitest";
import { findEnglish, findForeignScript } from "./other-languages";
import { findRawKeys } from "./raw-keys";
import type { PageText } from "./read-page";

const text = (words: string, lang: string, more: Partial<PageText> = {}): PageText => ({
  words,
  at: "<p>",
  lang,
  isName: false,
  ...more,
});
const english = ["Sign the petition", "Nigeria", "CA-14", "Ada Lovelace", "privacy@example.org", "No"].map((words) =>
  text(words, "en"),
);

test("a text that was not translated is found", () => {
  expect(findEnglish([text("Sign the petition", "de")], english, "de")).toEqual([
    "English without saying so: Sign the petition in <p>",
  ]);
  expect(findEnglish([text("Sign the petition", "de", { at: "<img alt>" })], english, "de")).toHaveLength(1);
  expect(findEnglish([text("No", "de")], english, "de")).toHaveLength(1);
});

test("names, codes, shared words and what says that it is English are none", () => {
  const texts = [
    text("Sign the petition", "en"),
    text("Ada Lovelace", "es", { isName: true }),
    ...["Nigeria", "CA-14", "privacy@example.org", "No", "2026"].map((words) => text(words, "es")),
  ];
  expect(findEnglish(texts, english, "es")).toEqual([]);
});

test("the title of a page may be in the language that the text has on the page", () => {
  const title = text("Sign the petition · Privacy for All", "ar", { at: "<title>" });
  const withHeading = [title, text("Sign the petition", "en", { at: "<h1>" })];
  const same = [...english, text("Sign the petition · Privacy for All", "en")];
  expect(findEnglish(withHeading, same, "ar")).toEqual([]);
  expect(findEnglish([title], same, "ar")).toHaveLength(1);
});

test("a text that is in the language on the English page as well is no English", () => {
  const words = "تطبيقات بلا تتبّع";
  const head = [`${words} · Privacy for All`, words].map((each) => text(each, "en", { at: "<title>" }));
  expect(findEnglish([text(words, "ar", { at: "<h1>" })], [...head, text(words, "ar", { at: "<h1>" })], "ar")).toEqual(
    [],
  );
});

test.each([
  ["en", "وقّع العريضة", true],
  ["ar", "وقّع عريضة Privacy for All", false],
  ["ar", "Tell the parliament what you think", true],
  ["ar", "Privacy for All", false],
  ["zh-Hant", "簽署請願書", false],
  ["hi", "अभी हस्ताक्षर करें", false],
  ["hi", "এখনই স্বাক্ষর করুন", true],
  ["ur", "ابھی دستخط کریں", false],
  ["bn", "এখনই স্বাক্ষর করুন", false],
  ["fr", "簽署", true],
])("under %s, %j is another script: %s", (lang, words, isForeign) => {
  expect(findForeignScript([text(words, lang)])).toHaveLength(isForeign ? 1 : 0);
});

test.each([
  "site:nav.campaigns",
  "nav.campaigns",
  "skipToContent",
  "See sign:button here",
  "Hello {{name}}",
  "<1>link</1>",
  "undefined of 3",
  "NaN",
])("%j is a sentence that was not put together", (words) => {
  expect(findRawKeys([text(words, "en")])).toHaveLength(1);
});

test.each(["No cookies: none at all.", "example.org", "title", "9.5 kB", "privacy", "JavaScript", "a < b > c"])(
  "%j is a text",
  (words) => {
    expect(findRawKeys([text(words, "en")])).toEqual([]);
  },
);
