import { expect, test } from "vitest";
import { toCsv } from "~/commands/csv";

test("a table is written so that no spreadsheet runs what is in it", () => {
  expect(
    toCsv([
      ["A", 1],
      ["=1+1", -1],
      ['say "hi", you', "@x"],
      ["-5", "two\nlines"],
    ]),
  ).toBe('A,1\r\n\'=1+1,-1\r\n"say ""hi"", you",\'@x\r\n\'-5,"two\nlines"\r\n');
});
