import type { Figure } from "./figures";

/** A part of a whole: a country, a district, a language, a tag, a kind of action. */
export interface Part extends Figure {
  /** As the numbers by day have it; empty for "without a tag". */
  value: string;
}

interface Cell {
  series: string;
  value: string;
  count: number;
}

/** The parts of a series, the largest first. One that was only there before is a part, too. */
export function partsOf(series: string, now: readonly Cell[], before: readonly Cell[] | null): Part[] {
  const counts = (cells: readonly Cell[]) =>
    new Map(cells.filter((cell) => cell.series === series).map(({ value, count }) => [value, count]));
  const mine = counts(now);
  const theirs = before === null ? null : counts(before);
  return [...new Set([...mine.keys(), ...(theirs?.keys() ?? [])])]
    .map((value) => ({ value, count: mine.get(value) ?? 0, before: theirs === null ? null : (theirs.get(value) ?? 0) }))
    .sort((a, b) => b.count - a.count || (b.before ?? 0) - (a.before ?? 0) || (a.value < b.value ? -1 : 1));
}
