import { expect, test } from "vitest";
import { formatDistrict, parseDistrict } from "~/domain/lawmakers/district";

test.each([
  ["CA-11", "CA-11"],
  ["ca-11", "CA-11"],
  [" Ca-07 ", "CA-7"],
  ["AK-0", "AK-0"],
  ["AK-AL", "AK-0"],
  ["ak-al", "AK-0"],
  ["DC-00", "DC-0"],
])("%j is %s", (text, name) => {
  const district = parseDistrict(text);
  expect(district && formatDistrict(district)).toBe(name);
});

test.each(["", "CA", "CA11", "CA-", "CA-111", "CAL-1", "11-CA", "CA--1", "CA-1.5", "CA-X", "AK-ALL"])(
  "%j is none",
  (text) => {
    expect(parseDistrict(text)).toBeNull();
  },
);
