/** Marks with which a spreadsheet takes a cell for a formula (OWASP, CSV Injection), in any width of letters. */
const formula = /^[=+\-@\t\r]/;

/** Excel takes a file without it for one of the machine's own code page. */
const BYTE_ORDER_MARK = "\ufeff";

/** The first row of a file. */
export function csvHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRow(columns);
}

/**
 * One row (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are written as they
 * are. Marks that turn the direction of what follows are left out.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = cell.replace(/[\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const safe = formula.test(text.normalize("NFKC").trimStart()) || formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
