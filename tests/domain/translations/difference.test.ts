import { describe, expect, test } from "vitest";
import { diff } from "~/domain/translations/diff";
import { changedTexts, changeInWords } from "~/domain/translations/difference";

const inWords = (before: string | null, after: string) => changeInWords({ file: "f", key: "k", before, after });

test("a difference says what was and what will be", () => {
  const before = new Map([
    ["a", "one"],
    ["b", "two"],
  ]);
  const after = new Map([
    ["a", "one"],
    ["b", "dos"],
    ["c", "tres"],
  ]);
  const changes = changedTexts("es/site.json", before, after);
  expect(changes.map(changeInWords)).toEqual(["es/site.json  b\n  - two\n  + dos", "es/site.json  c\n  + tres"]);
});

test("every line has its mark, and lines that stay are left out", () => {
  expect(inWords("same\nold line\nsame too\nlast", "same\nquite another\nsame too\nlast\nadded\n\ntwice")).toBe(
    ["f  k", "  …", "  - old line", "  + quite another", "  …", "  + added", "  + ", "  + twice"].join("\n"),
  );
  expect(inWords(null, "one\ntwo")).toBe("f  k\n  + one\n  + two");
  expect(inWords("one\ntwo\nthree", "two")).toBe("f  k\n  - one\n  …\n  - three");
});

test("a line that changes in a few words shows them in their place", () => {
  expect(inWords("Ask for less data now.", "Ask for fewer data today.")).toBe(
    "f  k\n  ~ Ask for [-less-]{+fewer+} data [-now-]{+today+}.",
  );
  const long = "word ".repeat(100);
  expect(inWords(`${long}old ${long}`, `${long}new ${long}`)).toBe(
    "f  k\n  ~ …word word word word [-old-]{+new+} word word word word…",
  );
  expect(inWords("我們要求更少的資料", "我們要求更好的資料")).toMatch(/^f {2}k\n {2}~ .*\[-.*少.*-\]\{\+.*好.*\+\}/);
});

test("orders to a terminal are shown as a sign", () => {
  expect(inWords(null, "\u001b[2Jgone")).toBe("f  k\n  + \ufffd[2Jgone");
});

describe("the difference of two lists", () => {
  test.each([
    ["", ""],
    ["abc", "abc"],
    ["abc", ""],
    ["", "abc"],
    ["abcabba", "cbabac"],
    ["aaa", "aa"],
  ])("%s and %s", (a, b) => {
    const parts = diff([...a], [...b]);
    expect(parts.map(({ kept, gone }) => [...kept, ...gone].join("")).join("")).toBe(a);
    expect(parts.map(({ kept, come }) => [...kept, ...come].join("")).join("")).toBe(b);
  });

  test("is found in time, however long they are", () => {
    const list = (length: number, word: string) => Array.from({ length }, (_, index) => `${word}${index}`);
    const [kept, changed] = diff(["x", ...list(60_000, "a")], ["x", ...list(60_000, "b")]);
    expect([kept?.kept, changed?.gone.length, changed?.come.length]).toEqual([["x"], 60_000, 60_000]);
  });
});
