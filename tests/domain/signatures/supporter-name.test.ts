import { expect, test } from "vitest";
import { cleanName, MAX_NAME_LENGTH, nameFault, normalizedName } from "~/domain/signatures/supporter-name";

const names = [
  "Ada Lovelace",
  "O",
  "Nguyễn Thị Hạnh",
  "José Ñáñez",
  "Jean-Luc O’Brien",
  "Łukasz Żółć",
  "Иван Ёлкин",
  "Αθηνά Παπαδοπούλου",
  "محمد بن سلمى",
  "עַמִּי רָן",
  "فاطمه می\u200cخواهد",
  "श्री\u200dराम क्ष",
  "ตะวัน ใจดี",
  "မောင်မောင်",
  "李小龍",
  "山田 太郎",
  "김철수",
  "ꦱꦶꦠꦶ",
  "Kalaniʻōpuʻu",
  "Dr. J. R. R. Smith, Jr.",
  "X Æ A-12",
  "Martin Luther King III.",
  "Sitti N.",
  "𞤀𞤣𞤢𞤥",
];

test.each(names)("%s is a name, kept as it is written", (name) => {
  const typed = name.normalize("NFC");
  expect(nameFault(cleanName(typed))).toBeNull();
  expect(Buffer.from(cleanName(typed)).equals(Buffer.from(typed))).toBe(true);
});

test("a name that was typed in pieces is kept composed", () => {
  expect(cleanName("Jose\u0301")).toBe("Jos\u00e9");
});

test.each([
  ["  Ada   Lovelace \n", "Ada Lovelace"],
  ["Ada\u0000\u0007Lovelace", "Ada Lovelace"],
  ["Ada\u202eecalevoL", "Ada ecalevoL"],
  ["\u2066Ada\u2069", "Ada"],
  ["\ufeffAda", "Ada"],
  ["Ada\u2028Lovelace", "Ada Lovelace"],
  ["Ada\tLovelace", "Ada Lovelace"],
])("%j loses what can't be seen or would turn its neighbours round", (typed, kept) => {
  expect(cleanName(typed)).toBe(kept);
});

test.each([
  ["", "missing"],
  ["   ", "missing"],
  ["123", "missing"],
  ["🙂", "missing"],
  ["=1+1", "formula"],
  ["=HYPERLINK(A1)", "formula"],
  ["+Ada", "formula"],
  ["-Ada", "formula"],
  ["@Ada", "formula"],
  ["＝SUM(A1)", "formula"],
  ["\t=cmd", "formula"],
  ["\u202e=cmd", "formula"],
  ["https://evil.example/x", "link"],
  ["Win now evil.com", "link"],
  ["www.evil.de", "link"],
  ["t.me/spam", "link"],
  ["evil.de/win", "link"],
  ["пример.ru", "link"],
  ["ada@example.org", "link"],
  ["a".repeat(MAX_NAME_LENGTH + 1), "tooLong"],
] as const)("%j is refused as %s", (typed, fault) => {
  expect(nameFault(cleanName(typed))).toBe(fault);
});

test("length is counted in characters, not in their halves", () => {
  expect(nameFault("𞤀".repeat(MAX_NAME_LENGTH))).toBeNull();
  expect(nameFault("𞤀".repeat(MAX_NAME_LENGTH + 1))).toBe("tooLong");
});

test.each([
  ["Ada Lovelace", "  ADA   lovelace "],
  ["José Ñáñez", "Jose Nanez"],
  ["O’Brien", "O'Brien"],
  ["Jean-Luc", "Jean Luc"],
  ["J. R. Smith", "J R Smith"],
  ["مُحَمَّد", "محمد"],
  ["Ａｄａ", "Ada"],
])("%s and %s are one person", (one, other) => {
  expect(normalizedName(one)).toBe(normalizedName(other));
});

test.each([
  ["Ada Lovelace", "Ada King"],
  ["김철수", "김철호"],
  ["किरण", "करण"],
  ["محمد", "محمود"],
])("%s and %s are two", (one, other) => {
  expect(normalizedName(one)).not.toBe(normalizedName(other));
});

test("every name is somebody", () => {
  for (const name of names) expect(normalizedName(name)).not.toBe("");
});
