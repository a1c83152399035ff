/** A number of the period, and of the compared one; null where nothing is compared. */
export interface Figure {
  count: number;
  before: number | null;
}

/** The numbers that sum a period up. `signedConfirmed`: of those who signed in it, how many are counted today. */
export interface Figures {
  views: Figure;
  signed: Figure;
  signedConfirmed: Figure;
  confirmed: Figure;
  actions: Figure;
}

/** The series of the numbers by day that the figures are made of. */
export const figureSeries = ["view", "signed", "signed_confirmed", "confirmed", "contact"] as const;

interface Cell {
  series: string;
  count: number;
}

/** @param before null where nothing is compared */
export function figuresOf(now: readonly Cell[], before: readonly Cell[] | null): Figures {
  const sum = (cells: readonly Cell[], series: (typeof figureSeries)[number]) =>
    cells.filter((cell) => cell.series === series).reduce((so, { count }) => so + count, 0);
  const figure = (series: (typeof figureSeries)[number]): Figure => ({
    count: sum(now, series),
    before: before === null ? null : sum(before, series),
  });
  return {
    views: figure("view"),
    signed: figure("signed"),
    signedConfirmed: figure("signed_confirmed"),
    confirmed: figure("confirmed"),
    actions: figure("contact"),
  };
}

/** A share between 0 and 1; null where there is nothing to take a share of. */
export function shareOf(part: number, whole: number): number | null {
  // A form that was sent before forms were counted may be confirmed today.
  return whole > 0 ? Math.min(part / whole, 1) : null;
}
