import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkZipCase } from "~/domain/lawmakers/check-zip-case";
import { readZipCases } from "~/domain/lawmakers/zip-cases";
import { facts } from "./index-of-tests";

const sample = readZipCases(readFileSync(new URL("zip-cases.csv", import.meta.url), "utf8"));

describe("Cases from public knowledge", () => {
  test("all can be read", () => {
    expect(sample.unreadable).toEqual([]);
    expect(sample.cases.length).toBeGreaterThanOrEqual(60);
  });

  test.each(sample.cases)("line $line: $zip ($kind)", (one) => {
    expect(checkZipCase(facts, one)).toMatchObject({ isSatisfied: true });
  });
});

test("columns may stand in any order, be quoted and be called otherwise", () => {
  const text =
    '\uFEFFnote,"Kind",ZIP Code,Expected Districts,Expected-State\r\n"a, b","say ""x""",2139,"5; 7",ma\r\n\r\n';
  expect(readZipCases(text)).toEqual({
    unreadable: [],
    cases: [
      {
        line: 2,
        zip: "02139",
        states: ["MA"],
        districts: [
          { state: "MA", district: 5 },
          { state: "MA", district: 7 },
        ],
        kind: 'say "x"',
      },
    ],
  });
});

test("a row that can't be read is named with its reason, and the others are read", () => {
  const { cases, unreadable } = readZipCases(
    "zip,expected_state,expected_districts,kind\nabc,CA,1,x\n94110,California,1,x\n94110,CA,east,x\n94110,CA,11,x\n",
  );
  expect(cases).toMatchObject([{ line: 5, zip: "94110" }]);
  expect(unreadable.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(readZipCases("state,kind\nCA,x\n").unreadable).toEqual([{ line: 1, why: "there is no column zip" }]);
});

test.each([
  ["94110,CA,12,wrong district", "CA-11"],
  ["94110,NY,,wrong state", "CA-11"],
  ["94110,,,no state", "CA-11"],
  ["02139,MA,5;7;8,one too many", "MA-7, MA-5"],
  ["09012,CA,12,a district for military mail", "military"],
  ["94110,CA,11,military", "CA-11"],
  ["00000,CA,11,no such code", "unknown"],
  ["99999,WY,,another state", "not known, perhaps AK"],
  ["99999,AK,0,a district that was not offered", "not known, perhaps AK"],
])("%s is a miss, and our answer is told", (row, answered) => {
  const { cases } = readZipCases(`zip,expected_state,expected_districts,kind\n${row}`);
  expect(cases.map((one) => checkZipCase(facts, one))).toEqual([{ isSatisfied: false, isExact: false, answered }]);
});
