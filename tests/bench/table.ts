import type { LoadFigures } from "./load";

/** One row of the result. */
export interface Figure extends LoadFigures {
  letter: string;
  what: string;
  /** The share of a ceiling that this reaches: rate over rate. */
  ratio?: { to: string; of: number; goal?: number };
  note?: string;
}

export function printTable(figures: Figure[]): void {
  const head = ["", "what", "per second", "median ms", "p99 ms", "faults", "ratio", "goal"];
  const rows = figures.map((figure) => [
    figure.letter,
    figure.what,
    whole(figure.rate),
    short(figure.median),
    short(figure.p99),
    String(figure.faults),
    figure.ratio ? `${figure.ratio.of.toFixed(2)} of ${figure.ratio.to}` : "",
    figure.ratio?.goal === undefined
      ? ""
      : `${figure.ratio.goal} ${figure.ratio.of >= figure.ratio.goal ? "met" : "missed"}`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) => (column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    );
  }
  for (const { letter, note } of figures) if (note) console.log(`${letter}: ${note}`);
}

const whole = (value: number) => Math.round(value).toLocaleString("en");
const short = (value: number) => (value >= 10 ? value.toFixed(0) : value.toFixed(1));
