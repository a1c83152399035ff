import { expect, test } from "vitest";
import { csvLine } from "~/domain/exports/csv";

test.each([
  ["=1+1", "'=1+1"],
  ["+254 700", "'+254 700"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "\"'\t'=1\""],
  ["\r=1", "\"'\r'=1\""],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  // A spreadsheet that splits at semicolons begins a cell behind each of them.
  ["Ada;=1+1", '"Ada;\'=1+1"'],
  ["Ada; -1", '"Ada;\' -1"'],
  ["two\n=lines", '"two\n\'=lines"'],
  ["Ada", "Ada"],
  ["Anne-Marie", "Anne-Marie"],
  ["ada+news@example.org", "ada+news@example.org"],
  ["Lovelace, Ada", '"Lovelace, Ada"'],
  ['Ada "the Countess"', '"Ada ""the Countess"""'],
  ["नि · أحمد · 李", "नि · أحمد · 李"],
  ["", ""],
])("the cell %j is written as %j", (text, written) => {
  expect(csvLine([text, -1])).toBe(`${written},-1\r\n`);
});
