import { expect, test } from "vitest";
import { directionOf, visualRuns } from "~/services/pdf/bidi";

const shown = (line: string, base: "ltr" | "rtl") => visualRuns(line, base).map(({ text, isRtl }) => [text, isRtl]);

test("a text begins as its first letter does", () => {
  expect(directionOf("123 (محمد) x", "ltr")).toBe("rtl");
  expect(directionOf("«Ada» محمد", "rtl")).toBe("ltr");
  expect(directionOf("12 34", "rtl")).toBe("rtl");
});

test("words keep their order of reading, and numbers within them run from the left", () => {
  expect(shown("Ada Lovelace", "ltr")).toEqual([["Ada Lovelace", false]]);
  expect(shown("محمد علي", "rtl")).toEqual([["محمد علي", true]]);
  expect(shown("abc محمد علي def", "ltr")).toEqual([
    ["abc ", false],
    ["محمد علي", true],
    [" def", false],
  ]);
  expect(shown("العدد 1,234 توقيع", "rtl")).toEqual([
    [" توقيع", true],
    ["1,234", false],
    ["العدد ", true],
  ]);
  expect(shown("אבג 25% abc", "rtl").map(([text]) => text)).toEqual(["abc", " ", "25%", "אבג "]);
});

test("brackets open towards where the text begins", () => {
  expect(shown("محمد (علي)", "rtl")).toEqual([["محمد )علي(", true]]);
});

test("spaces at the end go with the paragraph, accents with their letter", () => {
  expect(shown("abc محمد  ", "ltr").at(-1)).toEqual(["  ", false]);
  expect(shown("مُحَمَّد", "rtl")).toEqual([["مُحَمَّد", true]]);
});
