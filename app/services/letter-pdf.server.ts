import { createRequire } from "node:module";
import { openSync } from "fontkit";
import PDFDocument from "pdfkit";
import type { LetterSheet } from "~/domain/lawmakers/compose/letter-sheet";

/** Noto Serif (OFL 1.1): Latin with the letters of Spanish and Vietnamese, Greek and Cyrillic. */
const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
);

const INCH = 72;
/** In points, the preferred one first. A letter takes the first in which it fits on one page. */
const sizes = [11, 10.5, 10, 9.5, 9] as const;
/** In characters: what is longer needs more than a page in any size. */
const PAGE_LENGTH = 6_000;
const LONG_SIZE = 10.5;
/** Marks that only steer how text is set; nothing is drawn for them. */
const invisible = /\p{Cf}/gu;

let characters: ReadonlySet<number> | undefined;

/** The characters of the letters that the font has no picture for, such as Arabic letters and emoji; each once. */
export function undrawableIn(sheets: readonly LetterSheet[]): string[] {
  characters ??= readCharacters();
  const missing = new Set<string>();
  for (const character of sheets.flatMap(linesOf).join("")) {
    if (!characters.has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}

function readCharacters(): ReadonlySet<number> {
  const opened = openSync(font);
  return new Set("characterSet" in opened ? opened.characterSet : []);
}

function linesOf({ sender, date, inside, subject, paragraphs, signature }: LetterSheet): string[] {
  const signed = signature === null ? [] : [signature.close, ...signature.name];
  return [...sender, date, ...inside, subject, ...paragraphs, ...signed].map((line) =>
    drawable(line).replace(/\s/g, " "),
  );
}

/** Longer words are no words; without a place to break, laying them out takes time that grows with their square. */
const LONG_WORD = /\S{40}(?=\S)/gu;
const BREAK_HERE = "\u200b";

/** Letters and their accents as one sign where there is one. */
const drawable = (text: string) =>
  text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(LONG_WORD, (part) => part + BREAK_HERE);

/**
 * The letters as one PDF on US letter paper, each beginning on a page of its own. Tagged, with its language and
 * the font in it, so that it can be read aloud and its text copied.
 */
export function writeLettersPdf(
  sheets: readonly LetterSheet[],
  { title, createdAt }: { title: string; createdAt: Date },
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "LETTER",
    margin: INCH,
    font,
    autoFirstPage: false,
    tagged: true,
    pdfVersion: "1.7",
    lang: localeOf(sheets[0]),
    displayTitle: true,
    info: { Title: title, Creator: "Privacy for All", CreationDate: createdAt, ModDate: createdAt },
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document", { title });
  pdf.addStructure(root);
  for (const sheet of sheets) drawLetter(pdf, root, sheet);
  root.end();
  pdf.end();
  return done;
}

/** A part of a letter, with the space below it in lines. */
interface Block {
  text: string;
  below: number;
}

function blocksOf({ sender, date, inside, subject, paragraphs }: LetterSheet): Block[] {
  return [
    { text: sender.join("\n"), below: 1 },
    { text: date, below: 1 },
    { text: inside.join("\n"), below: 1 },
    { text: subject, below: 0.8 },
    ...paragraphs.map((text) => ({ text, below: 0.6 })),
  ].flatMap(({ text, below }) => (text.trim() === "" ? [] : [{ text: drawable(text), below }]));
}

/** The close, room for a hand to sign, and the name. */
function signatureOf({ signature }: LetterSheet): Block[] {
  if (signature === null) return [];
  return [
    { text: drawable(signature.close), below: 2.5 },
    { text: drawable(signature.name.join("\n")), below: 0 },
  ];
}

function drawLetter(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, sheet: LetterSheet) {
  pdf.addPage();
  const width = pdf.page.width - 2 * INCH;
  const bottom = pdf.page.height - INCH;
  const body = blocksOf(sheet);
  const signature = signatureOf(sheet);
  const heightOf = (blocks: readonly Block[]) =>
    blocks.reduce(
      (sum, { text, below }) => sum + pdf.heightOfString(text, { width }) + below * pdf.currentLineHeight(),
      0,
    );
  const fits = (size: number) => {
    pdf.fontSize(size);
    return heightOf([...body, ...signature]) < bottom - INCH;
  };
  pdf.font(font);
  const length = body.reduce((sum, { text }) => sum + text.length, 0);
  pdf.fontSize((length <= PAGE_LENGTH ? sizes.find(fits) : undefined) ?? LONG_SIZE);

  const part = pdf.struct("Sect", { lang: localeOf(sheet) });
  root.add(part);
  const draw = ({ text, below }: Block) => {
    part.add(pdf.struct("P", {}, () => void pdf.text(text, { width })));
    pdf.y += below * pdf.currentLineHeight();
  };
  body.forEach(draw);
  // It stays on one page.
  if (pdf.y + heightOf(signature) > bottom) pdf.addPage();
  signature.forEach(draw);
  part.end();
}

const localeOf = (sheet: LetterSheet | undefined) => (sheet?.language === "es" ? "es-US" : "en-US");
