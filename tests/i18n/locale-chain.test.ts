import { expect, test } from "vitest";
import { localeChain } from "~/i18n/locale-chain";
import { textDirection } from "~/i18n/text-direction";

test.each([
  ["en", ["en"]],
  ["en-GB", ["en-GB", "en"]],
  ["es", ["es", "en"]],
  ["es-MX", ["es-MX", "es", "en"]],
  ["ar-EG", ["ar-EG", "ar", "en"]],
  ["pt-PT", ["pt-PT", "pt-BR", "en"]],
  ["pt-BR", ["pt-BR", "en"]],
  ["pt", ["pt", "pt-BR", "en"]],
  ["zh-HK", ["zh-HK", "zh-Hant", "en"]],
  ["zh-Hant", ["zh-Hant", "en"]],
  ["xx", ["xx", "en"]],
])("a reader of %s is offered texts in %j", (locale, chain) => {
  expect(localeChain(locale)).toEqual(chain);
});

test.each([
  ["ar", "rtl"],
  ["ar-EG", "rtl"],
  ["ur", "rtl"],
  ["fa", "rtl"],
  ["he", "rtl"],
  ["en", "ltr"],
  ["sw-KE", "ltr"],
  ["arn", "ltr"],
])("the script of %s runs %s", (locale, direction) => {
  expect(textDirection(locale)).toBe(direction);
});
