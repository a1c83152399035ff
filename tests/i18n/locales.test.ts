import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { localeNames, locales, localesInPreparation } from "~/i18n/locales";

test("the site speaks twelve languages, and none is half done", () => {
  expect([...locales].sort()).toEqual(
    ["en", "es", "fr", "de", "pt-BR", "ar", "ur", "hi", "bn", "sw", "id", "zh-Hant"].sort(),
  );
  expect(localesInPreparation).toEqual([]);
});

test("each has a folder of words and a name of its own", () => {
  const folder = fileURLToPath(new URL("../../locales", import.meta.url));
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...locales].sort());
  expect(new Set(Object.values(localeNames)).size).toBe(locales.length);
});
