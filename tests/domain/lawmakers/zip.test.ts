import { expect, test } from "vitest";
import { parseZip } from "~/domain/lawmakers/zip";

test.each([
  ["94110", "94110"],
  [" 00901 ", "00901"],
  ["94110-1234", "94110"],
  ["\t94110-1234\n", "94110"],
])("%j is the ZIP code %s", (text, zip) => {
  expect(parseZip(text)).toBe(zip);
});

test.each([
  "",
  "9411",
  "941100",
  "94110-",
  "94110-12",
  "94110 1234",
  "941101234",
  "9411O",
  "٩٤١١٠",
  "94110\n94111",
  "-94110",
  "SW1A 1AA",
])("%j is none", (text) => {
  expect(parseZip(text)).toBeNull();
});
