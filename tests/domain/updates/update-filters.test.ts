import { expect, test } from "vitest";
import { readUpdateFilters, updateQuery } from "~/domain/updates/update-filters";

const none = { type: null, principle: null, region: null, page: 1 };

test.each([
  ["", none],
  [
    "?type=guide&principle=data-rights&region=ke&page=2",
    { ...none, type: "guide", principle: "data-rights", region: "KE", page: 2 },
  ],
  ["?region=002", { ...none, region: "002" }],
  ["?type=nothing&principle=../x&region=EU&page=0", none],
  ["?type=&principle=&region=&page=", none],
  ["?region=%00&principle=%00&page=1e9", none],
])("%j is read, and what cannot be read narrows nothing", (query, filters) => {
  expect(readUpdateFilters(new URLSearchParams(query))).toEqual(filters);
});

test("a page of the list has one address", () => {
  expect(updateQuery(readUpdateFilters(new URLSearchParams("page=1")))).toBe("");
  expect(updateQuery(readUpdateFilters(new URLSearchParams("page=3&region=ke&type=news")))).toBe(
    "?type=news&region=KE&page=3",
  );
});
