import { expect, test } from "vitest";
import { csvHead, csvRow } from "~/domain/petition-deliveries/csv";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＠x", "=cmd|' /C calc'!A0"])(
  "a spreadsheet does not run %j",
  (text) => {
    expect(csvRow([text, 5]).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("quotes, separators and lines stay within their cell, and numbers are numbers", () => {
  expect(csvRow(['say "hi", all', "a\nb", -5, "plain"])).toBe('"say ""hi"", all","a\nb",-5,plain\r\n');
  expect(csvHead(["Name", "Ünïcode"])).toBe("\ufeffName,Ünïcode\r\n");
});

test("marks that turn the direction of what follows, and NUL, are left out", () => {
  expect(csvRow(["\u202egnp.evil\u202c\u2066x\u2069\u200e\0"])).toBe("gnp.evilx\r\n");
  // Without the mark in front it is a formula.
  expect(csvRow(["\u202a=1+1"])).toBe("'=1+1\r\n");
});

test("every text comes back as it was read, by whoever reads CSV as RFC 4180 says", () => {
  for (const text of ["a", 'q"q', "x,y", "l1\r\nl2", " padded ", "محمد", "<script>"]) {
    const [cell = ""] = [csvRow([text]).slice(0, -2)];
    const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect(read).toBe(text);
  }
});
