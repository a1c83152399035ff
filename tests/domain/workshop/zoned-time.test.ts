import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTimeZone, listTimeZones, localTimeOf, momentOf } from "~/domain/workshop/zoned-time";

describe("A date and time in a zone", () => {
  test.each([
    ["2026-12-01T09:00", "Africa/Nairobi", "2026-12-01T06:00:00.000Z"],
    ["2026-12-01T09:00", "UTC", "2026-12-01T09:00:00.000Z"],
    ["2026-07-01T00:00", "America/New_York", "2026-07-01T04:00:00.000Z"],
    ["2026-01-01T00:00", "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
    // Kiritimati is fourteen hours ahead.
    ["2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    // Clocks skip from two to three: what is skipped is moved on.
    ["2027-03-28T02:30", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
    // Clocks show half past two twice: the first one is meant.
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ])("%s in %s is %s", (local, zone, moment) => {
    expect(momentOf(local, zone)?.toISOString()).toBe(moment);
  });

  test("comes back as it was given, in every zone, unless clocks skip it", () => {
    const zones = fc.constantFrom("UTC", "Africa/Nairobi", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe");
    const dates = fc.date({ min: new Date("2024-01-01"), max: new Date("2034-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const local = localTimeOf(date, zone);
        const moment = momentOf(local, zone);
        expect(moment && localTimeOf(moment, zone)).toBe(local);
      }),
    );
  });

  test.each(["", "tomorrow", "2026-02-30T09:00", "2026-12-01T25:00", "2026-12-01", "9999-12-01T09:00"])(
    "%s is none",
    (text) => expect(momentOf(text, "UTC")).toBeNull(),
  );
});

test("every zone that can be chosen is one; other texts are none", () => {
  expect(listTimeZones().every(isTimeZone)).toBe(true);
  for (const other of ["", "Nairobi", "+03:00", "../etc", "Europe/Nowhere"]) expect(isTimeZone(other)).toBe(false);
});
