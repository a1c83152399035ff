/** What a spreadsheet takes for the beginning of a formula (ASVS 5.0, 1.2.10), also in the wide forms of East Asia. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;
/** In many countries a spreadsheet splits at semicolons, quoted or not: what stands behind one begins a cell there. */
const formulaBehindSeparator = /([;\t\r\n])(\s*[=+\-@＝＋－＠])/g;

/**
 * One line of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would run as a formula begins with an
 * apostrophe.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = (formula.test(value) ? `'${value}` : value).replace(formulaBehindSeparator, "$1'$2");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
