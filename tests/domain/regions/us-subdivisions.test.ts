import { expect, test } from "vitest";
import { readUsSubdivision } from "~/domain/regions/us-subdivisions";

test.each([
  ["US-CA", { kind: "state", state: "CA" }],
  ["US-PR", { kind: "delegate", state: "PR", district: "PR-0" }],
  ["US-DC", { kind: "delegate", state: "DC", district: "DC-0" }],
  ["US-AE", { kind: "military" }],
  ["US-XX", null],
  ["US", null],
  ["CA-QC", null],
])("%s is read as %j", (code, part) => {
  expect(readUsSubdivision(code)).toEqual(part);
});
