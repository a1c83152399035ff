import { expect, test } from "vitest";
import { isOpen } from "~/domain/campaigns/is-open";

const opensAt = new Date("2026-11-01T00:00:00Z");
const closesAt = new Date("2026-12-01T00:00:00Z");

test.each([
  ["2026-10-31T23:59:59Z", false],
  ["2026-11-01T00:00:00Z", true],
  ["2026-11-30T23:59:59Z", true],
  ["2026-12-01T00:00:00Z", false],
])("a petition for November takes signatures at %s: %s", (now, open) => {
  expect(isOpen({ opensAt, closesAt }, new Date(now))).toBe(open);
});

test("a petition without an end stays open", () => {
  expect(isOpen({ opensAt, closesAt: null }, new Date("2099-01-01T00:00:00Z"))).toBe(true);
});
