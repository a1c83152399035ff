import type { LetterSheet } from "./letter-sheet";

/** A name of plain letters for the file: `letter-velazquez.pdf`, or `letters-to-congress.pdf` for several. */
export function pdfFileName(sheets: readonly LetterSheet[]): string {
  const [only] = sheets;
  if (sheets.length !== 1 || only === undefined) return "letters-to-congress.pdf";
  const last = only.inside[0]?.replace(/^The Honorable /, "") ?? "";
  const plain = last
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return plain === "" ? "letter.pdf" : `letter-${plain}.pdf`;
}
