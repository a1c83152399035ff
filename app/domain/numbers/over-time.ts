import { type Grain, type Period, type PeriodChoice, type Step, stepsOf } from "./period";

/** One step of time: what happened in it, and in the step at the same place of the compared period. */
export interface TimePoint extends Step {
  /** Sent forms that made a signature. */
  signed: number;
  /** Of those, how many are counted signatures today. */
  signedConfirmed: number;
  /** Signatures that were confirmed then, and are counted today. */
  confirmed: number;
  /** Null where nothing is compared. */
  before: number | null;
}

interface Cell {
  series: string;
  /** A day, or an hour as `2026-11-23T09`. */
  at: string;
  count: number;
}

/** Lays what was read out over the steps of the period; a step without anything has zeros. */
export function overTime(choice: PeriodChoice, now: readonly Cell[], before: readonly Cell[]): TimePoint[] {
  const { period, compared, by } = choice;
  const sums = sumsByStep(period, by, now);
  const sumsBefore = compared === null ? null : sumsByStep(compared, by, before);
  return stepsOf(period, by).map((step, index) => ({
    ...step,
    signed: sums("signed", index),
    signedConfirmed: sums("signed_confirmed", index),
    confirmed: sums("confirmed", index),
    before: sumsBefore === null ? null : sumsBefore("confirmed", index),
  }));
}

function sumsByStep(period: Period, by: Grain, cells: readonly Cell[]): (series: string, index: number) => number {
  const places = new Map<string, number>();
  stepsOf(period, by === "hour" ? "hour" : "day").forEach(({ from }, index) => {
    places.set(from, by === "week" ? Math.floor(index / 7) : index);
  });
  const sums = new Map<string, number>();
  for (const { series, at, count } of cells) {
    const place = places.get(at);
    if (place === undefined) continue;
    const key = `${series} ${place}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return (series, index) => sums.get(`${series} ${index}`) ?? 0;
}

/** One of the 24 hours of the day (UTC), over all days of the period. */
export interface HourOfDay {
  hour: number;
  signed: number;
  confirmed: number;
  before: number | null;
}

interface HourCell {
  series: string;
  hour: number;
  count: number;
}

/** When in the day people sign and confirm. */
export function byHourOfDay(now: readonly HourCell[], before: readonly HourCell[] | null): HourOfDay[] {
  const sum = (cells: readonly HourCell[], series: string, hour: number) =>
    cells.filter((cell) => cell.series === series && cell.hour === hour).reduce((so, { count }) => so + count, 0);
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    signed: sum(now, "signed", hour),
    confirmed: sum(now, "confirmed", hour),
    before: before === null ? null : sum(before, "confirmed", hour),
  }));
}
