import { expect, test } from "vitest";
import { ownQuery } from "~/http/own-query";

test.each([
  ["", ""],
  ["?page=1", ""],
  ["?page=2&type=news&utm_source=x", "?page=2"],
  ["?type=news", ""],
  ["?page=0", ""],
  ["?page=two", ""],
])("of the query %j, %j makes a page of its own", (query, own) => {
  expect(ownQuery(query)).toBe(own);
});
