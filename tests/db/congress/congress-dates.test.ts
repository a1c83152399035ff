import { expect, test } from "vitest";
import { congressDates, congressEndingOn, isDay, ordinal } from "~db/congress/congress-dates";

test("a Congress begins and ends on 3 January at noon Eastern", () => {
  expect(congressDates(120)).toEqual({
    validFrom: new Date("2027-01-03T17:00:00Z"),
    validUntil: new Date("2029-01-03T17:00:00Z"),
  });
});

test.each([
  ["2027-01-03", 119],
  ["2029-01-03", 120],
  ["2028-01-03", null],
  ["2026-11-03", null],
  ["soon", null],
])("on %s ends Congress %s", (day, congress) => {
  expect(congressEndingOn(day)).toBe(congress);
});

test.each([
  ["2026-02-28", true],
  ["2026-02-30", false],
  ["2026-2-3", false],
  ["", false],
])("%s is a day: %s", (text, answer) => {
  expect(isDay(text)).toBe(answer);
});

test("numbers of Congresses are read aloud rightly", () => {
  expect([111, 112, 113, 119, 120, 121, 122, 123].map(ordinal)).toEqual([
    "111th",
    "112th",
    "113th",
    "119th",
    "120th",
    "121st",
    "122nd",
    "123rd",
  ]);
});
