import { describe, expect, test } from "vitest";
import { interfaceUnits, wordsOf } from "~/domain/translations/interface-units";
import { textsOf, withTexts } from "~/domain/translations/text-paths";
import { readXliff, writeXliff, XliffError } from "~/domain/translations/xliff";

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

    const read = readXliff(xml);

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
    const [file] = readXliff(xml).files;
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
  ["another version", '<xliff version="2.0"><file original="x" source-language="en" target-language="es"/></xliff>'],
  ["no language", '<xliff version="1.2"><file original="x" source-language="en"><body/></file></xliff>'],
  ["parts in two languages", fileOf("", "es") + fileOf("", "fr", "b")],
  ["one part twice", fileOf("") + fileOf("")],
  ["one text twice", fileOf(unitOf("a", "A") + unitOf("a", "B"))],
  ["a part inside of a text", fileOf(unitOf("a", 'A <g id="1">b</g>'))],
])("%s is refused in words", (_, xml) => {
  expect(() => readXliff(xml.startsWith("<file") ? inXliff(xml) : xml)).toThrow(XliffError);
});

function inXliff(files: string): string {
  return `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">${files}</xliff>`;
}

function fileOf(units: string, target = "es", original = "principle/a@3.0a1b2c3d"): string {
  const languages = `source-language="en" target-language="${target}"`;
  return `<file original="${original}" ${languages} datatype="plaintext"><header/><body>${units}</body></file>`;
}

function unitOf(id: string, target: string, state = ""): string {
  return `<trans-unit id="${id}"><source>One</source><target${state && ` state="${state}"`}>${target}</target></trans-unit>`;
}

function read(xml: string) {
  const [file] = readXliff(inXliff(xml)).files;
  return { ...file, units: Object.fromEntries([...(file?.units ?? [])].map(([key, { target }]) => [key, target])) };
}

test("a part tells its name and the version that it was made from", () => {
  expect(read(fileOf(unitOf("a", "Uno")))).toEqual({
    name: "principle/a",
    madeFrom: "3.0a1b2c3d",
    units: { a: "Uno" },
  });
  expect(read(fileOf("", "es", "interface/site"))).toEqual({ name: "interface/site", units: {} });
});

test("what tools say still needs work is not translated", () => {
  const states = ["new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-translation"];
  const done = ["translated", "final", "signed-off", ""];
  const units = [...states, ...done].map((state) => unitOf(`u-${state}`, "Uno", state));
  expect(read(fileOf(units.join(""))).units).toEqual({
    ...Object.fromEntries(states.map((state) => [`u-${state}`, null])),
    ...Object.fromEntries(done.map((state) => [`u-${state}`, "Uno"])),
  });
});

test("groups are taken for what they hold, and marks of sentences for nothing", () => {
  const group = `<group id="g"><note>x</note><group id="h">${unitOf("a", "Uno")}</group>${unitOf("b", "Dos")}</group>`;
  const marked = unitOf("c", '<mrk mtype="seg" mid="1">Tres.</mrk> <mrk mtype="seg" mid="2">Cuatro.</mrk>');
  expect(read(fileOf(group + marked)).units).toEqual({ a: "Uno", b: "Dos", c: "Tres. Cuatro." });
});

test.each([
  "&amp; &lt;b&gt; &#38; &amp;amp; & <b> \"q\" 'a'",
  "<![CDATA[x]]> ]]>",
  "one\n\n  two\tthree",
  "😀 é ﷽ \u2067اردو\u2069",
])("%j comes back as it went", async (text) => {
  const units = new Map([["a", { source: text, target: text }]]);
  const xml = await writeXliff({ sourceLanguage: "en", targetLanguage: "es", files: [{ name: "interface/x", units }] });
  expect(readXliff(xml).files[0]?.units.get("a")).toEqual({ source: text, target: text });
});

test("a character that XML has not is refused before it spoils the file", async () => {
  const units = new Map([["a", { source: "\u0007", target: null }]]);
  const files = [{ name: "interface/x", units }];
  await expect(writeXliff({ sourceLanguage: "en", targetLanguage: "es", files })).rejects.toThrow("interface/x: a");
});

test("a translation of earlier words is shown and counts as none, until somebody says that it is right", async () => {
  const units = new Map([["a", { source: "One & two", target: "Uno", isOutdated: true }]]);
  const files = [{ name: "principle/a", madeFrom: "1.0a1b2c3d", units }];
  const xml = await writeXliff({ sourceLanguage: "sw", targetLanguage: "es", files });
  expect(xml).toContain('<target state="needs-translation">Uno</target>');
  expect(xml).toContain('source-language="sw"');
  expect(readXliff(xml).files[0]?.units.get("a")?.target).toBeNull();
  const approved = xml.replace('"needs-translation"', '"translated"');
  expect(readXliff(approved).files[0]?.units.get("a")?.target).toBe("Uno");
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
