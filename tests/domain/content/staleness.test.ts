import { expect, test } from "vitest";
import { isStaleTranslation } from "~/domain/content/staleness";

const hashes = new Map([
  [1, "old"],
  [2, "new"],
  [3, "old"],
]);

test.each([
  ["made from what is published", 2, 2, false],
  ["made from earlier words", 1, 2, true],
  ["made from earlier words to which the source went back", 1, 3, false],
  ["made from words that were taken back", 2, 3, true],
  ["made from a draft of the source", 3, 2, false],
  ["the source itself", null, 2, false],
  ["of a source that is not published", 1, null, false],
])("a text %s", (_, sourceNumber, published, isStale) => {
  expect(isStaleTranslation(sourceNumber, { published, hashes })).toBe(isStale);
});
