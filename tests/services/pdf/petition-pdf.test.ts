import { describe, expect, test } from "vitest";
import type { DocumentBlock, PetitionDocument } from "~/domain/petition-deliveries/petition-document";
import { isDrawable } from "~/services/pdf/pdf-fonts.server";
import { writePetitionPdf } from "~/services/pdf/petition-pdf.server";
import { readPdf } from "../../support/read-pdf";

const names = {
  latin: "Nguyễn Thị Ngọc-Ịweala Đặng Łukasz",
  greek: "Ωμέγα Αλεξάνδρα",
  cyrillic: "Анна Ковальчук",
  arabic: "محمد بن عبد الله الخوارزمي",
  urdu: "ٹھیک ڑانی چوہدری گلزار ںے",
  devanagari: "श्री कृष्णमूर्ति त्रिपाठी ज्ञानेश्वर",
  bengali: "শ্রীকৃষ্ণ চট্টোপাধ্যায় প্রার্থনা",
  chinese: "陳大文",
} as const;

function document(blocks: DocumentBlock[], more: Partial<PetitionDocument> = {}): PetitionDocument {
  return {
    locale: "en",
    dir: "ltr",
    title: "Strong privacy rights",
    createdAt: new Date("2026-11-23T12:00:00Z"),
    blocks,
    pageWords: (page, pages) => `Page ${page} of ${pages}`,
    ...more,
  };
}

const auto = (text: string) => ({ text, dir: "auto" as const });

test.each(Object.entries(names))(
  "a name in %s letters is drawn with a font in the file, and reads back",
  async (script, name) => {
    expect(isDrawable(name)).toBe(true);
    const file = await writePetitionPdf(
      document([{ kind: "table", head: ["Name", "Place"], rows: [[auto(name), auto("Kenya")]] }]),
    );
    const { pages, kept } = await readPdf(file);
    if (["latin", "greek", "cyrillic"].includes(script)) expect(pages.join()).toContain(name);
    else expect(kept).toContain(name);
    const raw = file.toString("latin1");
    expect(raw).toMatch(/\/FontFile2 /);
    expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  },
);

test("letters without a picture are known before they are drawn", () => {
  for (const text of ["ひらがな", "한국어", "עברית", "ไทย", "👩‍👩‍👧", "தமிழ்", "አማርኛ"])
    expect(isDrawable(text), text).toBe(false);
  for (const text of ["Zoë O’Neill-Šimić (PhD)", "علی 123", "می\u200cخواهم"]) expect(isDrawable(text), text).toBe(true);
});

test("a document is tagged, names its language, counts its pages, and is the same bytes when it is made again", async () => {
  const made = () =>
    writePetitionPdf(
      document([
        { kind: "title", text: auto("Strong privacy rights") },
        { kind: "heading", text: auto("Signatures") },
        { kind: "paragraph", text: auto("Twelve. ".repeat(400)) },
        { kind: "list", items: [auto("One"), auto("Two")] },
        { kind: "entry", title: auto("Ada"), details: "Kenya", quote: auto("Listen <b>now</b>") },
        { kind: "table", head: ["Place", "Signatures"], rows: Array(120).fill([auto("Kenya"), auto("1,234")]) },
      ]),
    );
  const [first, second] = await Promise.all([made(), made()]);
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  const { pages, roles, info } = await readPdf(first ?? Buffer.alloc(0));
  expect(info).toMatchObject({ Title: "Strong privacy rights", Language: "en" });
  expect(roles).toEqual(expect.arrayContaining(["Document", "H1", "H2", "P", "L", "Table", "TR", "TH", "TD"]));
  expect(pages.length).toBeGreaterThan(2);
  for (const [at, page] of pages.entries()) expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  expect(pages.join(" ")).toContain("Listen <b>now</b>");
});

describe("Odd texts", () => {
  test.each([
    ["a word without an end", "x".repeat(5_000)],
    ["marks above ligatures", "اللّٰهِ اللّٰهِ"],
    ["only spaces and lines", "\n \n\n"],
    ["signs of every kind", "🏳️‍🌈\u202eabc\ufffd%()[]"],
    ["both directions", "Ada محمد (علي) 123 שלום ".repeat(40)],
    ["Chinese without spaces", "私隱權利".repeat(300)],
  ])("%s stop no document", async (_, text) => {
    const file = await writePetitionPdf(
      document([
        { kind: "paragraph", text: auto(text) },
        { kind: "entry", title: auto(text), details: text, quote: auto(text) },
      ]),
    );
    expect((await readPdf(file)).pages.length).toBeGreaterThan(0);
  });
});
