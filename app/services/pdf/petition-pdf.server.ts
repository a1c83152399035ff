import PDFDocument from "pdfkit";
import type { DocumentBlock, DocumentText, PetitionDocument } from "~/domain/petition-deliveries/petition-document";
import type { TextDirection } from "~/i18n/text-direction";
import { pdfFontFiles } from "./pdf-fonts.server";
import { createTypesetter, type SetText, type Style } from "./pdf-lines.server";

const INCH = 72;
const ltr: TextDirection = "ltr";
const rtl: TextDirection = "rtl";
const colours = { ink: "#1c2230", muted: "#555c6b", line: "#c9ccd3", accent: "#0f5257" } as const;

const styles = {
  title: { size: 20, weight: "bold" },
  heading: { size: 13, weight: "bold" },
  lead: { size: 12, weight: "latin" },
  text: { size: 10.5, weight: "latin" },
  strong: { size: 10.5, weight: "bold" },
  small: { size: 9, weight: "latin" },
  smallStrong: { size: 9, weight: "bold" },
} as const satisfies Record<string, Style>;

/** Letters whose copy out of a file is not what they are: readers and screen readers take the text that is kept beside them. */
const needsText = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Draws a petition as a PDF on paper between A4 and US letter, so that it prints on both. Tagged, with its language and fonts in it.
 * The same document is the same bytes.
 */
export function writePetitionPdf(document: PetitionDocument): Promise<Buffer> {
  const { title, locale, createdAt } = document;
  const pdf = new PDFDocument({
    // As wide as A4 and as high as letter.
    size: [595.28, 792],
    margins: { top: INCH, bottom: INCH, left: INCH, right: INCH },
    font: pdfFontFiles.latin,
    bufferPages: true,
    tagged: true,
    pdfVersion: "1.7",
    lang: locale,
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
  const flow = createFlow(pdf, root, document);
  for (const block of document.blocks) flow.draw(block);
  root.end();
  flow.numberPages();
  pdf.end();
  return done;
}

function createFlow(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, document: PetitionDocument) {
  const { dir, locale } = document;
  const type = createTypesetter(pdf);
  const left = INCH;
  const width = pdf.page.width - 2 * INCH;
  const bottom = pdf.page.height - INCH;
  let y = INCH;

  const setText = ({ text, dir: own }: DocumentText, style: Style, within = width) =>
    type.set(text, own, within, style, dir);
  const ownWords = (text: string): DocumentText => ({ text, dir });

  /** Begins a new page where less than `height` is left. */
  function reserve(height: number) {
    if (y + height <= bottom) return;
    pdf.addPage();
    y = INCH;
  }

  /** Draws lines one below the other as one part of the document. */
  function lines(
    tag: string,
    parent: PDFKit.PDFStructureElement,
    text: string,
    set: SetText,
    box: { x: number; width: number; side: TextDirection } = { x: left, width, side: dir },
  ) {
    const element = pdf.struct(tag, needsText.test(text) ? { actual: text } : {}, () => {
      for (const line of set.lines) {
        reserve(set.lineHeight);
        type.draw(line, set, { ...box, y });
        y += set.lineHeight;
      }
    });
    parent.add(element);
  }

  function paragraph(tag: string, text: DocumentText, style: Style, below: number, colour: string = colours.ink) {
    pdf.fillColor(colour);
    lines(tag, root, text.text, setText(text, style));
    y += below;
  }

  /** The two columns of a row; what stands in the second ends at its end, so that figures stand under each other. */
  const gap = 12;
  const [wide, narrow] = [width * 0.62, width * 0.38 - gap];
  const columns =
    dir === "rtl"
      ? { first: { x: left + narrow + gap, width: wide, side: dir }, second: { x: left, width: narrow, side: ltr } }
      : { first: { x: left, width: wide, side: dir }, second: { x: left + wide + gap, width: narrow, side: rtl } };

  function row(table: PDFKit.PDFStructureElement, cells: [DocumentText, DocumentText], style: Style, tag: "TH" | "TD") {
    const first = setText(cells[0], style, columns.first.width);
    const second = setText(cells[1], style, columns.second.width);
    const height = Math.max(first.lines.length, second.lines.length) * first.lineHeight + 3;
    reserve(height);
    const top = y;
    const element = pdf.struct("TR");
    table.add(element);
    lines(tag, element, cells[0].text, first, columns.first);
    y = top;
    lines(tag, element, cells[1].text, second, columns.second);
    element.end();
    y = top + height;
    const rule = y - 1.5;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf
      .moveTo(left, rule)
      .lineTo(left + width, rule)
      .lineWidth(0.5)
      .strokeColor(colours.line)
      .stroke();
    pdf.endMarkedContent();
  }

  function draw(block: DocumentBlock) {
    switch (block.kind) {
      case "title":
        return paragraph("H1", block.text, styles.title, 8, colours.accent);
      case "heading":
        y += 14;
        reserve(70);
        return paragraph("H2", block.text, styles.heading, 4, colours.accent);
      case "paragraph": {
        const style = block.tone === "lead" ? styles.lead : block.tone === "small" ? styles.small : styles.text;
        return paragraph("P", block.text, style, 6, block.tone === "small" ? colours.muted : colours.ink);
      }
      case "list": {
        const list = pdf.struct("L");
        root.add(list);
        pdf.fillColor(colours.ink);
        for (const [index, { text, dir: own }] of block.items.entries()) {
          const item = pdf.struct("LI");
          list.add(item);
          const numbered = `${new Intl.NumberFormat(locale).format(index + 1)}. ${text}`;
          lines("LBody", item, numbered, setText({ text: numbered, dir: own }, styles.text));
          item.end();
          y += 3;
        }
        list.end();
        y += 4;
        return;
      }
      case "table": {
        // Its head does not stand alone at the end of a page.
        reserve(60);
        const table = pdf.struct("Table");
        root.add(table);
        pdf.fillColor(colours.muted);
        row(table, [ownWords(block.head[0]), ownWords(block.head[1])], styles.smallStrong, "TH");
        pdf.fillColor(colours.ink);
        for (const cells of block.rows) row(table, cells, block.isDense ? styles.small : styles.text, "TD");
        table.end();
        y += 8;
        return;
      }
      case "entry": {
        reserve(40);
        pdf.fillColor(colours.ink);
        lines("P", root, block.title.text, setText(block.title, styles.strong));
        if (block.details !== "") {
          pdf.fillColor(colours.muted);
          lines("P", root, block.details, setText(ownWords(block.details), styles.small));
        }
        pdf.fillColor(colours.ink);
        if (block.quote) lines("BlockQuote", root, block.quote.text, setText(block.quote, styles.text));
        y += 8;
      }
    }
  }

  function numberPages() {
    const { start, count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      pdf.switchToPage(start + page);
      const set = setText(ownWords(document.pageWords(page + 1, count)), styles.small);
      pdf.markContent("Artifact", { type: "Pagination" });
      pdf.fillColor(colours.muted);
      const [line] = set.lines;
      if (line) type.draw(line, set, { x: left, y: pdf.page.height - INCH * 0.65, width, side: dir });
      pdf.endMarkedContent();
    }
  }

  return { draw, numberPages };
}
