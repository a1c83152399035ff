import { expect, test } from "vitest";
import { compareWords } from "~locales/compare";
import type { Words } from "~locales/word-families";

const source: Words = {
  days_one: "{{count, number}} day in {{place}}",
  days_other: "{{count, number}} days in {{place}}",
  page: { link: "Read <strong>more</strong>", partner_story: "Story", title: "Hello {{name}}" },
};

const page = { link: "Leer <strong>más</strong>", partner_story: "Historia", title: "Hola, {{name}}" };

const spanish = {
  days_many: "{{count, number}} de días en {{place}}",
  days_one: "Un día en {{place}}",
  days_other: "{{ count, number }} días en {{place}}",
  page,
};

const faultsOf = (words: Words, mayEqual?: ReadonlySet<string>) =>
  compareWords({ locale: "es", source, words, ...(mayEqual && { mayEqual }) });

test("a faithful translation has no fault, and neither has the source itself", () => {
  expect(faultsOf(spanish)).toEqual([]);
  expect(compareWords({ locale: "en", source, words: source })).toEqual([]);
});

test("a key that is missing and one that nobody asked for are named", () => {
  const { title, ...rest } = page;
  expect(faultsOf({ ...spanish, page: { ...rest, titel: title } })).toEqual([
    "page.titel is not in the source",
    "page.title is missing",
  ]);
});

test("a plural form that the language has must be there", () => {
  const { days_many: _, ...rest } = spanish;
  expect(faultsOf(rest)).toEqual(["days_many is missing: es has this plural form"]);
});

test("a plural form that the language has not is needless", () => {
  expect(faultsOf({ days_few: "{{count, number}} días en {{place}}", ...spanish })).toEqual([
    "days_few is needless: es has no such plural form",
  ]);
});

test("a family of forms cannot become a single text", () => {
  const { days_many: _, days_one: __, days_other: ___, ...rest } = spanish;
  expect(faultsOf({ days: "{{count, number}} días en {{place}}", ...rest })).toEqual(["days must have plural forms"]);
});

test.each([
  [
    "another name",
    "Hola, {{nombre}}",
    ["page.title lacks {{name}}", "page.title has {{nombre}}, which the source has not"],
  ],
  ["a name that is left out", "Hola", ["page.title lacks {{name}}"]],
  [
    "another format",
    "Hola, {{name, number}}",
    ["page.title lacks {{name}}", "page.title has {{name,number}}, which the source has not"],
  ],
])("a placeholder with %s is caught", (_, title, faults) => {
  expect(faultsOf({ ...spanish, page: { ...page, title } })).toEqual(faults);
});

test("a tag that is not closed is caught", () => {
  expect(faultsOf({ ...spanish, page: { ...page, link: "Leer <strong>más" } })).toEqual(["page.link lacks </strong>"]);
});

test("a form for a single number may go without the count and nothing else, and other forms may not", () => {
  expect(faultsOf({ ...spanish, days_one: "Un día", days_other: "Días en {{place}}" })).toEqual([
    "days_one lacks {{place}}",
    "days_other lacks {{count,number}}",
  ]);
});

test("the French form for one is also that for none, so it keeps the count", () => {
  const french = { ...spanish, days_one: "Un jour en {{place}}" };
  expect(compareWords({ locale: "fr", source, words: french })).toEqual(["days_one lacks {{count,number}}"]);
});

test("an empty text is caught", () => {
  expect(faultsOf({ ...spanish, page: { ...page, partner_story: " " } })).toEqual(["page.partner_story is empty"]);
});

test("a text that was left in English is caught, unless it may be the same", () => {
  const words = { ...spanish, page: { ...page, partner_story: "Story" } };
  expect(faultsOf(words)).toEqual(["page.partner_story is not translated"]);
  expect(faultsOf(words, new Set(["page.partner_story"]))).toEqual([]);
});

test("keys stand in the order of their letters, at every depth", () => {
  const { link, ...rest } = page;
  expect(faultsOf({ ...spanish, page: { ...rest, link } })).toEqual(["page.link must stand before page.title"]);
});

test("asks of a language in preparation only that what it has is right", () => {
  const faults = compareWords({ locale: "es", source, words: {}, isComplete: false });
  expect(faults).toEqual([]);
});
