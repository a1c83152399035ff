import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { composeLetter } from "~/domain/lawmakers/compose/compose-letter";
import { letterSheet } from "~/domain/lawmakers/compose/letter-sheet";
import { undrawableIn, writeLettersPdf } from "~/services/letter-pdf.server";
import { ada, recipientOfMember, texts } from "../domain/lawmakers/compose/letters-of-tests";
import { now, shippedFacts } from "../domain/lawmakers/index-of-tests";

const { lawmakers } = shippedFacts;
const createdAt = now;

function sheetTo(index: number, text?: string) {
  const lawmaker = lawmakers[index];
  if (!lawmaker) throw new Error("There is no such lawmaker.");
  const recipient = recipientOfMember(lawmaker);
  const message = composeLetter(texts.en, recipient, ada);
  const details = { language: "en" as const, subjectLabel: "Re:", sender: ["1 Calle Ñuñoa", "Springfield, CA 94110"] };
  return letterSheet(recipient, text === undefined ? message : { ...message, text }, {
    ...details,
    to: null,
    day: now,
  });
}

async function readPdf(file: Buffer) {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
  }
  const { info } = await pdf.getMetadata();
  const tagged = await pdf.getMarkInfo();
  const tree = await (await pdf.getPage(1)).getStructTree();
  await task.destroy();
  return { pages: pages.map((page) => page.replace(/\s+/g, " ")), info, tagged, tree };
}

test("each letter is a page whose text can be read back, with its font, title and language", async () => {
  const sheets = [sheetTo(0), sheetTo(1), sheetTo(2)];
  const file = await writeLettersPdf(sheets, { title: "Your letters on paper", createdAt });
  const { pages, info, tagged, tree } = await readPdf(file);

  expect(pages).toHaveLength(3);
  for (const [index, { inside, paragraphs, sender, subject, signature }] of sheets.entries()) {
    const lines = [...sender, ...inside, subject, ...paragraphs, ...(signature?.name ?? [])];
    for (const line of lines) expect(pages[index]).toContain(line.replace(/\s+/g, " "));
  }
  expect(info).toMatchObject({ Title: "Your letters on paper", Language: "en-US" });
  expect(tagged).toMatchObject({ Marked: true });
  expect(JSON.stringify(tree)).toContain('"role":"P"');
  const raw = file.toString("latin1");
  expect(raw).toMatch(/\/FontFile2 /);
  expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerif/);
});

test("every member's letter can be drawn, in Vietnamese and Spanish names too", () => {
  expect(undrawableIn(lawmakers.map((_, index) => sheetTo(index)))).toEqual([]);
  expect(undrawableIn([sheetTo(0, "Nguyễn Thị Phương Thảo, “ñandú” — ¿qué? e\u0301\u200b")])).toEqual([]);
});

test("what the font has no picture for is named", () => {
  expect(undrawableIn([sheetTo(0, "سلام 😀 漢 x")])).toEqual(["س", "ل", "ا", "م", "😀", "漢"]);
});

test("no text is too odd for a file", async () => {
  for (const text of [
    "x".repeat(10_000),
    "a\n".repeat(5_000),
    "word ".repeat(2_000),
    "\n\n,\n\n",
    "🏳️‍🌈\u202eabc\ufffd",
  ]) {
    const file = await writeLettersPdf([sheetTo(0, text)], { title: "سلام 😀", createdAt });
    expect((await readPdf(file)).pages.length).toBeGreaterThan(0);
  }
});
