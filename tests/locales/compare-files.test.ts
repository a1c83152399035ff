import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { compareFiles } from "~locales/compare-files";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));

function copyOfLocales(): string {
  const copy = mkdtempSync(`${tmpdir()}/locales-`);
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

test("the words of the interface agree in every language", () => {
  expect(compareFiles(folder)).toEqual([]);
});

test("every locale has the same files, and no other folder stands beside them", () => {
  const copy = copyOfLocales();
  rmSync(`${copy}/es/sign.json`);
  writeFileSync(`${copy}/ar/extra.json`, "{}");
  mkdirSync(`${copy}/tlh`);
  const faults = compareFiles(copy);
  expect(faults).toContain("es/sign.json: the file is missing");
  expect(faults).toContain("ar/extra.json: en has no such file");
  expect(faults).toContain("tlh: no locale of this name is in app/i18n/locales.ts");
});

test("a file of English under another locale is not a translation", () => {
  const copy = copyOfLocales();
  cpSync(`${copy}/en/landing.json`, `${copy}/ar/landing.json`);
  expect(compareFiles(copy)).toContain("ar/landing.json: faq.title is not translated");
});
