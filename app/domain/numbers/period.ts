import { addDays, aYearBefore, countDays, dayOf, isDay } from "./days";

/** Days, the first and the last counted. */
export interface Period {
  from: string;
  to: string;
}

/** What a period can be compared with: the days before it, the same days a year before, other days, or nothing. */
export const comparisons = ["before", "year", "other", "none"] as const;
export type ComparedWith = (typeof comparisons)[number];

/** How finely the numbers are told over time. */
export const grains = ["hour", "day", "week"] as const;
export type Grain = (typeof grains)[number];

export interface PeriodChoice {
  period: Period;
  compared: Period | null;
  with: ComparedWith;
  by: Grain;
}

/** What a reader typed, kept as it is. `other` is the first of the other days; `by` may be `auto`. */
export interface TypedPeriod {
  from: string;
  to: string;
  with: string;
  other: string;
  by: string;
}

/** Two years bound what a page reads. */
export const MOST_DAYS = 731;
const MOST_DAYS_BY_HOUR = 14;
const MOST_DAYS_BY_DAY = 186;
const USUAL_DAYS = 28;

/** Lengths that are offered by name, up to today. */
export const usualLengths = [7, 28, 91, 365] as const;

/**
 * Reads the period that an address asks for: by default the last four weeks beside the four before.
 * @returns with `errors`, one code for each faulty field, and then the usual period
 */
export function readPeriod(
  query: URLSearchParams,
  now: Date,
): { choice: PeriodChoice; typed: TypedPeriod; errors: Record<string, string> | null } {
  const today = dayOf(now);
  const given = (name: string) => query.get(name)?.trim() || null;
  const to = given("to") ?? today;
  const typed = {
    from: given("from") ?? addDays(isDay(to) ? to : today, 1 - USUAL_DAYS),
    to,
    with: given("with") ?? "before",
    other: given("other") ?? "",
    by: given("by") ?? "auto",
  };
  const errors = periodErrors(typed);
  if (errors === null) return { choice: choose(typed), typed, errors };
  const usual = { from: addDays(today, 1 - USUAL_DAYS), to: today, with: "before", other: "", by: "auto" };
  return { choice: choose(usual), typed, errors };
}

function periodErrors({ from, to, with: comparedWith, other }: TypedPeriod): Record<string, string> | null {
  const errors: Record<string, string> = {};
  if (!isDay(from)) errors.from = "dayFaulty";
  if (!isDay(to)) errors.to = "dayFaulty";
  if (errors.from === undefined && errors.to === undefined) {
    if (to < from) errors.to = "periodBackwards";
    else if (countDays(from, to) > MOST_DAYS) errors.from = "periodTooLong";
  }
  if (comparedWith === "other" && !isDay(other)) errors.other = "dayFaulty";
  return Object.keys(errors).length > 0 ? errors : null;
}

function choose({ from, to, with: typedWith, other, by }: TypedPeriod): PeriodChoice {
  const period = { from, to };
  const comparedWith = comparisons.find((one) => one === typedWith) ?? "before";
  return {
    period,
    compared: comparedPeriod(period, comparedWith, other),
    with: comparedWith,
    by: grainOf(countDays(from, to), by),
  };
}

/** As many days as the period has. */
function comparedPeriod({ from, to }: Period, comparedWith: ComparedWith, other: string): Period | null {
  if (comparedWith === "none") return null;
  const days = countDays(from, to);
  const begins = { before: addDays(from, -days), year: aYearBefore(from), other }[comparedWith];
  return { from: begins, to: addDays(begins, days - 1) };
}

/** As wished, as long as the steps can still be told apart. */
function grainOf(days: number, wish: string): Grain {
  if (days <= MOST_DAYS_BY_HOUR && (wish === "hour" || (wish === "auto" && days <= 2))) return "hour";
  if (days <= MOST_DAYS_BY_DAY && wish !== "week" && (wish !== "auto" || days <= 92)) return "day";
  return "week";
}

/** The address's query of a choice, for links to the same period. */
export function periodQuery({ period, compared, with: comparedWith, by }: PeriodChoice): URLSearchParams {
  const query = new URLSearchParams({ ...period, with: comparedWith, by });
  if (comparedWith === "other" && compared !== null) query.set("other", compared.from);
  return query;
}

/** One step of a chart over time. `from` and `to` are days, or, where it is an hour, `from` ends in its number: `…T09`. */
export interface Step {
  from: string;
  to: string;
}

/** The steps of a period: whole weeks are counted from its first day. */
export function stepsOf({ from, to }: Period, by: Grain): Step[] {
  const days = Array.from({ length: countDays(from, to) }, (_, index) => addDays(from, index));
  if (by === "day") return days.map((day) => ({ from: day, to: day }));
  if (by === "hour") {
    return days.flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => ({ from: `${day}T${String(hour).padStart(2, "0")}`, to: day })),
    );
  }
  return days.filter((_, index) => index % 7 === 0).map((day) => ({ from: day, to: least(addDays(day, 6), to) }));
}

const least = (one: string, other: string) => (one < other ? one : other);

/** The whole months of a period, from the first day of one to the first day of another, and the days around them. */
export function splitMonths({ from, to }: Period): { months: Period | null; days: Period[] } {
  const first = from.endsWith("-01") ? from : startOfNextMonth(from);
  // The month of the last day is whole where the day after it begins another.
  const last = startOfMonth(addDays(to, 1));
  if (last <= first) return { months: null, days: [{ from, to }] };
  const before = first === from ? [] : [{ from, to: addDays(first, -1) }];
  const after = addDays(to, 1) === last ? [] : [{ from: last, to }];
  return { months: { from: first, to: startOfMonth(addDays(last, -1)) }, days: [...before, ...after] };
}

const startOfMonth = (day: string) => `${day.slice(0, 8)}01`;
const startOfNextMonth = (day: string) => startOfMonth(addDays(startOfMonth(day), 31));
