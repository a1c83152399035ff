import { expect, test } from "vitest";
import { excerpt } from "~/domain/search/excerpt";

const long = `${"One word after another. ".repeat(20)}Here is the broker of data. ${"And more of it. ".repeat(30)}`;

test("shows the place where the word stands, and marks the word", () => {
  const parts = excerpt(long, ["broker"], "en");
  expect(parts.filter(({ isHit }) => isHit)).toEqual([{ text: "broker", isHit: true }]);
  expect(parts[0]?.text).toBe("… ");
  expect(parts.map(({ text }) => text).join("")).toMatch(/^… \S.*\S ?…$/);
});

test("shows the beginning where the word stands in another form", () => {
  expect(excerpt("Short text.", ["absent"], "en")).toEqual([{ text: "Short text.", isHit: false }]);
});

test("marks whole beginnings of words only, and any part of Chinese", () => {
  expect(excerpt("art smart", ["art"], "en").filter(({ isHit }) => isHit)).toHaveLength(1);
  expect(excerpt("保護隱私權", ["隱私"], "zh-Hant")).toContainEqual({ text: "隱私", isHit: true });
});

test.each([
  ["fr", "Vos données vous appartiennent.", "donnees", "données"],
  ["fr", "Vos donne\u0301es vous appartiennent.", "données", "donne\u0301es"],
  ["de", "Jede Straße hat einen Namen.", "strasse", "Straße"],
  ["ar", "حماية الخُصُوصيّة للجميع", "الخصوصية", "الخُصُوصيّة"],
  ["ur", "رازداری کے قوانین", "رازداري", "رازداری"],
])("in %s marks a word as it is written, however it was typed", (locale, text, typed, marked) => {
  const hits = excerpt(text, [typed], locale).filter(({ isHit }) => isHit);
  expect(hits).toEqual([{ text: marked, isHit: true }]);
});
