import { describe, expect, test } from "vitest";
import { aYearBefore, isDay } from "~/domain/numbers/days";
import { periodQuery, readPeriod, splitMonths, stepsOf } from "~/domain/numbers/period";

const now = new Date("2026-11-23T23:59:59Z");
const read = (query: string) => readPeriod(new URLSearchParams(query), now);

describe("The period", () => {
  test("is the last four weeks beside the four before, where nothing is asked for", () => {
    expect(read("").choice).toEqual({
      period: { from: "2026-10-27", to: "2026-11-23" },
      compared: { from: "2026-09-29", to: "2026-10-26" },
      with: "before",
      by: "day",
    });
  });

  test.each([
    ["from=2026-11-01&to=2026-11-03", { from: "2026-10-29", to: "2026-10-31" }],
    ["from=2026-11-01&to=2026-11-03&with=year", { from: "2025-11-01", to: "2025-11-03" }],
    ["from=2024-02-29&to=2024-03-01&with=year", { from: "2023-02-28", to: "2023-03-01" }],
    ["from=2026-11-01&to=2026-11-03&with=other&other=2026-06-30", { from: "2026-06-30", to: "2026-07-02" }],
    ["from=2026-11-01&to=2026-11-03&with=none", null],
  ])("%s is compared with as many days", (query, compared) => {
    expect(read(query)).toMatchObject({ errors: null, choice: { compared } });
  });

  test.each([
    ["from=2026-11-22&to=2026-11-23", "hour"],
    ["from=2026-11-20&to=2026-11-23", "day"],
    ["from=2026-11-10&to=2026-11-23&by=hour", "hour"],
    ["from=2026-11-09&to=2026-11-23&by=hour", "day"],
    ["from=2026-08-24&to=2026-11-23", "day"],
    ["from=2026-08-23&to=2026-11-23", "week"],
    ["from=2026-06-01&to=2026-11-23&by=day", "day"],
    ["from=2026-01-01&to=2026-11-23&by=day", "week"],
    ["from=2026-11-01&to=2026-11-23&by=week", "week"],
    ["from=2026-11-01&to=2026-11-23&by=century", "day"],
  ])("%s is told by %s", (query, by) => {
    expect(read(query).choice.by).toBe(by);
  });

  test.each([
    ["from=tomorrow", { from: "dayFaulty" }],
    ["to=2026-02-30", { to: "dayFaulty" }],
    ["from=2026-11-23T00:00&to=", { from: "dayFaulty" }],
    ["from=0000-00-00&to=99999-01-01", { from: "dayFaulty", to: "dayFaulty" }],
    ["from=2026-11-%00", { from: "dayFaulty" }],
    ["from=2026-11-23&to=2026-11-22", { to: "periodBackwards" }],
    ["from=2024-11-22&to=2026-11-23", { from: "periodTooLong" }],
    ["with=other", { other: "dayFaulty" }],
    ["with=other&other=yesterday", { other: "dayFaulty" }],
  ])("%s is a fault beside its field, and the usual days are shown", (query, errors) => {
    const given = read(query);
    expect(given.errors).toEqual(errors);
    expect(given.choice.period).toEqual({ from: "2026-10-27", to: "2026-11-23" });
    for (const [name, value] of new URLSearchParams(query)) {
      if (value !== "") expect(given.typed).toHaveProperty(name, value);
    }
  });

  test("can be two years, and is found again by its address", () => {
    const { choice, errors } = read("from=2024-11-23&to=2026-11-23&with=other&other=2020-01-01");
    expect(errors).toBeNull();
    expect(readPeriod(periodQuery(choice), now).choice).toEqual(choice);
  });
});

describe("The steps of a period", () => {
  test("are its days, its hours, or its weeks, the last of which may be cut short", () => {
    const period = { from: "2026-02-27", to: "2026-03-07" };
    expect(stepsOf(period, "day").map(({ from }) => from.slice(5))).toEqual([
      ...["02-27", "02-28", "03-01", "03-02", "03-03", "03-04", "03-05", "03-06", "03-07"],
    ]);
    expect(stepsOf(period, "week")).toEqual([
      { from: "2026-02-27", to: "2026-03-05" },
      { from: "2026-03-06", to: "2026-03-07" },
    ]);
    const hours = stepsOf({ from: "2026-03-29", to: "2026-03-29" }, "hour");
    expect(hours).toHaveLength(24);
    expect([hours[0], hours[23]]).toEqual([
      { from: "2026-03-29T00", to: "2026-03-29" },
      { from: "2026-03-29T23", to: "2026-03-29" },
    ]);
  });
});

test("a day is one that there is", () => {
  expect(["2026-02-28", "2024-02-29", "1999-12-31"].map(isDay)).toEqual([true, true, true]);
  expect(
    ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01 ", "-2026-01-01"].map(isDay),
  ).not.toContain(true);
  expect(aYearBefore("2026-03-31")).toBe("2025-03-31");
});

describe("A period in whole months and the days around them", () => {
  test.each([
    ["2026-02-03", "2026-02-27", null, [["2026-02-03", "2026-02-27"]]],
    ["2026-02-02", "2026-03-30", null, [["2026-02-02", "2026-03-30"]]],
    ["2026-02-01", "2026-02-28", ["2026-02-01", "2026-02-01"], []],
    ["2026-02-01", "2026-03-01", ["2026-02-01", "2026-02-01"], [["2026-03-01", "2026-03-01"]]],
    ["2026-01-31", "2026-02-28", ["2026-02-01", "2026-02-01"], [["2026-01-31", "2026-01-31"]]],
    [
      ...(["2024-11-24", "2026-11-23", ["2024-12-01", "2026-10-01"]] as const),
      [
        ["2024-11-24", "2024-11-30"],
        ["2026-11-01", "2026-11-23"],
      ],
    ],
  ] as const)("from %s to %s", (from, to, months, days) => {
    const period = (pair: readonly string[]) => ({ from: pair[0], to: pair[1] });
    expect(splitMonths({ from, to })).toEqual({
      months: months === null ? null : period(months),
      days: days.map(period),
    });
  });
});
