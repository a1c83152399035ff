import { describe, expect, test } from "vitest";
import { changedTexts, changeInWords } from "~/domain/translations/difference";
import { interfaceUnits, wordsOf } from "~/domain/translations/interface-units";
import { textsOf, withTexts } from "~/domain/translations/text-paths";
import { readXliff, writeXliff } from "~/domain/translations/xliff";

const source = {
  count_one: "{{count, number}} person",
  count_other: "{{count, number}} people",
  hello: "Hello <0>you</0> & “all” it’s <b>{{name}}</b>",
  nav: { label: "Go" },
};

describe("the words of the interface", () => {
  test("go to a translator's file and back without a change", async () => {
    const words = {
      count_many: "{{count, number}} de personas",
      count_one: "{{count, number}} persona",
      count_other: "{{count, number}} personas",
      hello: "Hola <0>tú</0> & «todos»\n\tlínea <b>{{name}}</b>  ",
      nav: { label: "Ir" },
    };
    const units = interfaceUnits(source, words, "es");
    const xml = await writeXliff({
      sourceLanguage: "en",
      targetLanguage: "es",
      files: [{ name: "interface/site", units }],
    });

    const read = await readXliff(xml);

    expect(read).toMatchObject({ sourceLanguage: "en", targetLanguage: "es" });
    expect(read.files.map(({ name }) => name)).toEqual(["interface/site"]);
    const texts = [...(read.files[0]?.units ?? [])].map(([key, unit]) => [key, unit.target ?? ""] as const);
    expect(wordsOf(new Map(texts))).toEqual(words);
  });

  test("have a unit for each plural form of the language, with numbers it is for", () => {
    const units = interfaceUnits(source, {}, "ar");
    expect([...units.keys()].filter((key) => key.startsWith("count"))).toEqual(
      ["few", "many", "one", "two", "zero", "other"].map((category) => `count_${category}`).sort(byPluralRules),
    );
    expect(units.get("count_few")).toEqual({
      source: "{{count, number}} people",
      target: null,
      note: "Plural form “few”: 3, 4, 5, 6, 7.",
    });
  });

  test("that are not translated yet stay so", async () => {
    const units = interfaceUnits(source, { hello: "Hallo" }, "de");
    const xml = await writeXliff({
      sourceLanguage: "en",
      targetLanguage: "de",
      files: [{ name: "interface/site", units }],
    });
    const [file] = (await readXliff(xml)).files;
    expect(file?.units.get("nav.label")?.target).toBeNull();
    expect(file?.units.get("hello")?.target).toBe("Hallo");
  });
});

const order = new Intl.PluralRules("ar").resolvedOptions().pluralCategories;
function byPluralRules(a: string, b: string): number {
  return order.findIndex((one) => a.endsWith(one)) - order.findIndex((one) => b.endsWith(one));
}

test.each([
  ["no XML", "hello"],
  ["half a file", "<xliff version='1.2'><file original='x'"],
  ["another kind of XML", "<html><body/></html>"],
  ["an entity bomb", '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="1.2"><file>&a;</file></xliff>'],
  ["nothing", ""],
])("%s is refused in words", async (_, xml) => {
  await expect(readXliff(xml)).rejects.toMatchObject({ name: "XliffError" });
});

test("content keeps its shape and everything that is no text", () => {
  const fields = { title: "One", list: ["a", "b"], deep: [{ question: "q", answer: "r" }], count: 3, none: null };
  expect([...textsOf(fields).keys()]).toEqual(["title", "list.0", "list.1", "deep.0.question", "deep.0.answer"]);
  const changed = withTexts(
    fields,
    new Map([
      ["deep.0.answer", "R"],
      ["list.1", "B"],
      ["other", "x"],
    ]),
  );
  expect(changed).toEqual({
    title: "One",
    list: ["a", "B"],
    deep: [{ question: "q", answer: "R" }],
    count: 3,
    none: null,
  });
});

test("a difference says what was and what will be", () => {
  const before = new Map([
    ["a", "one"],
    ["b", "two"],
  ]);
  const changes = changedTexts(
    "es/site.json",
    before,
    new Map([
      ["a", "one"],
      ["b", "dos"],
      ["c", "tres"],
    ]),
  );
  expect(changes.map(changeInWords)).toEqual(["es/site.json  b\n  - two\n  + dos", "es/site.json  c\n  + tres"]);
});
