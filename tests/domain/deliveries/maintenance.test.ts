import { expect, test } from "vitest";
import { maintenanceUntil, washingtonDay } from "~/domain/deliveries/maintenance";

test.each([
  ["house", "2026-11-23T12:00:00Z", null],
  ["house", "2026-11-23T05:00:00Z", "2026-11-23T11:00:00Z"],
  ["house", "2026-11-23T10:59:00Z", "2026-11-23T11:00:00Z"],
  ["house", "2026-11-23T11:00:00Z", null],
  ["senate", "2026-11-23T08:00:00Z", null],
  ["senate", "2026-11-22T08:00:00Z", "2026-11-22T11:00:00Z"],
  ["senate", "2026-11-25T10:30:00Z", "2026-11-25T12:00:00Z"],
  ["senate", "2026-11-25T09:30:00Z", null],
  // Summer time, and the night in which it ends.
  ["house", "2026-07-01T04:30:00Z", "2026-07-01T10:00:00Z"],
  ["senate", "2026-11-01T04:30:00Z", "2026-11-01T11:00:00Z"],
] as const)("the gateway of the %s at %s is down until %s", (chamber, now, until) => {
  expect(maintenanceUntil(chamber, new Date(now))?.toISOString() ?? null).toBe(
    until === null ? null : new Date(until).toISOString(),
  );
});

test("the day of a delivery is the one in Washington", () => {
  expect(washingtonDay(new Date("2026-11-24T03:00:00Z"))).toBe("20261123");
});
