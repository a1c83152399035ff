import { writeFileSync } from "node:fs";
import { csvLine } from "~/domain/exports/csv";

/** Rows as CSV (RFC 4180). A value that a spreadsheet would run as a formula begins with an apostrophe. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(csvLine).join("");
}

/** Writes to a file, or to the screen where it is named `-`. */
export function writeCsv(file: string, rows: readonly (readonly (string | number)[])[]): void {
  if (file === "-") process.stdout.write(toCsv(rows));
  else writeFileSync(file, toCsv(rows));
}
