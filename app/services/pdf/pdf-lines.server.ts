import type { TextDirection } from "~/i18n/text-direction";
import { directionOf, visualRuns } from "./bidi";
import { type FontPiece, type PdfFont, pdfFontFiles, plainText, splitByFont } from "./pdf-fonts.server";

/** How a text is set. */
export interface Style {
  size: number;
  weight: "latin" | "bold";
}

/** A line with what is drawn of it, from left to right. */
interface Line {
  pieces: (FontPiece & { width: number })[];
  width: number;
}

/** A text in lines of a width. */
export interface SetText {
  lines: Line[];
  style: Style;
  lineHeight: number;
}

/** Scripts with tall letters need more room; a line has room for all of them. */
const LINE_HEIGHT = 1.55;
const hasRtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Sets texts with several fonts in both directions, which pdfkit by itself does not. */
export function createTypesetter(pdf: PDFKit.PDFDocument) {
  const widths = new Map<string, number>();

  function use(font: PdfFont, size: number) {
    pdf.font(pdfFontFiles[font]).fontSize(size);
  }

  function widthOf({ text, font }: FontPiece, size: number): number {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known * size;
    use(font, 1);
    const width = layOut(() => pdf.widthOfString(text, { features: [] }), 0.5 * text.length);
    if (text.length < 30) widths.set(key, width);
    return width * size;
  }

  function measure(text: string, { size, weight }: Style): number {
    return splitByFont(text, weight).reduce((sum, piece) => sum + widthOf(piece, size), 0);
  }

  function lineOf(text: string, dir: TextDirection, { size, weight }: Style): Line {
    const runs = dir === "ltr" && !hasRtl.test(text) ? [{ text, isRtl: false }] : visualRuns(text, dir);
    const pieces = runs.flatMap(({ text: run, isRtl }) => {
      const split = splitByFont(run, weight);
      return isRtl ? split.map(turned).reverse() : split;
    });
    const measured = pieces.map((piece) => ({ ...piece, width: widthOf(piece, size) }));
    return { pieces: measured, width: measured.reduce((sum, { width }) => sum + width, 0) };
  }

  /** Breaks a text into lines. Only pieces of lines are drawn, so that a page may end between any two. */
  function set(text: string, dir: TextDirection | "auto", width: number, style: Style, page: TextDirection): SetText {
    const base = dir === "auto" ? directionOf(text, page) : dir;
    const lines = plainText(text)
      .split("\n")
      .flatMap((paragraph) => broken(paragraph, width, style));
    return {
      lines: lines.map((line) => lineOf(line, base, style)),
      style,
      lineHeight: style.size * LINE_HEIGHT,
    };
  }

  function broken(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = "";
    let used = 0;
    for (const word of wordsOf(text)) {
      for (const part of measure(word.trimEnd(), style) > width ? [...graphemes(word)] : [word]) {
        const partWidth = measure(part, style);
        if (line !== "" && used + measure(part.trimEnd(), style) > width) {
          lines.push(line.trimEnd());
          line = "";
          used = 0;
        }
        line += part;
        used += partWidth;
      }
    }
    if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
    return lines;
  }

  /** Draws a line whose box begins at `x` and has `width`, at the side of it where texts of `side` begin. */
  function draw(line: Line, { style }: SetText, box: { x: number; y: number; width: number; side: TextDirection }) {
    const { y } = box;
    let at = box.side === "rtl" ? box.x + box.width - line.width : box.x;
    for (const { text, font, width: advance } of line.pieces) {
      use(font, style.size);
      // Letters of all fonts stand on one line, whatever their heights.
      layOut(
        () => void pdf.text(text, at, y + style.size * 1.1, { lineBreak: false, features: [], baseline: "alphabetic" }),
        undefined,
      );
      at += advance;
    }
  }

  return { set, draw, measure };
}

export type Typesetter = ReturnType<typeof createTypesetter>;

/** fontkit 2.0.4 fails on some marks above Arabic ligatures; what it can't lay out is left out rather than stopping a document. */
function layOut<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError) return otherwise;
    throw error;
  }
}

const selfTurning = /[\p{Script=Arabic}]/u;

/** fontkit turns what has letters of a script that is written from the right; all else is turned here. */
function turned(piece: FontPiece): FontPiece {
  return selfTurning.test(piece.text) ? piece : { ...piece, text: [...piece.text].reverse().join("") };
}

/** Words with the space after them. A Chinese sign is a word of its own, with the points that no line begins with. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}「『（《〈【][、。，．！？；：」』）》〉】…]*|[^\s\p{Script=Han}「『（《〈【]+\s*|\s+/gu,
    ) ?? []
  );
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}
