import { writeFileSync } from "node:fs";

/** Rows as CSV (RFC 4180). A value that a spreadsheet would run as a formula begins with an apostrophe. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes to a file, or to the screen where it is named `-`. */
export function writeCsv(file: string, rows: readonly (readonly (string | number)[])[]): void {
  if (file === "-") process.stdout.write(toCsv(rows));
  else writeFileSync(file, toCsv(rows));
}
