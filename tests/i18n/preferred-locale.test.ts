import { expect, test } from "vitest";
import { preferredLocale, preferredOf } from "~/i18n/preferred-locale";

const three = ["en", "es", "ar"];
const twelve = ["en", "es", "fr", "de", "pt-BR", "ar", "ur", "hi", "bn", "sw", "id", "zh-Hant"];

test.each([
  [null, null],
  ["", null],
  ["es", "es"],
  ["ES", "es"],
  ["es-MX", "es"],
  ["ar-EG,ar;q=0.9,en;q=0.8", "ar"],
  ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "en"],
  ["fr, ar;q=0.3, es;q=0.7", "es"],
  ["en;q=0.5, es", "es"],
  ["es;q=0.8, ar;q=0.8", "es"],
  ["ar;q=0.8, es;q=0.8", "ar"],
  ["es;q=0, ar;q=0.1", "ar"],
  ["es;q=0", null],
  ["es ; q=0.2 , ar ; q=0.9", "ar"],
  ["es;Q=0.2, ar;q=0.9", "ar"],
  ["*", null],
  ["*;q=0.9, es;q=0.1", "es"],
  ["zh-Hant-TW", null],
  ["est", null],
  ["e", null],
  [";;;,,,q=1", null],
  ["es\u0000", null],
])("among three languages, %j is answered in %s", (header, locale) => {
  expect(preferredOf(header, three)).toBe(locale);
});

test.each([
  ["zh-TW,zh;q=0.9,en-US;q=0.8", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-Hant-TW", "zh-Hant"],
  ["zh-CN,zh;q=0.9", null],
  ["zh-Hans-CN, fr;q=0.1", "fr"],
  ["pt", "pt-BR"],
  ["pt-PT, en;q=0.9", "pt-BR"],
  ["pt-AO", "pt-BR"],
  ["PT-br", "pt-BR"],
  ["es-MX", "es"],
  ["es-419", "es"],
  ["sw-KE", "sw"],
  ["ur-PK;q=0.5, en-GB;q=0.4", "ur"],
  ["in-ID", "id"],
  ["de-Latn-CH-1996", "de"],
  ["bn-IN", "bn"],
  ["haw, ceb;q=0.9, hi-IN;q=0.2", "hi"],
  ["sv, it;q=0.5", null],
])("among twelve languages, %j is answered in %s", (header, locale) => {
  expect(preferredOf(header, twelve)).toBe(locale);
});

test("whoever wants none of our languages reads English", () => {
  expect(preferredLocale(null)).toBe("en");
  expect(preferredLocale("tlh, *;q=0.5")).toBe("en");
  expect(preferredLocale("ES")).toBe("es");
});

test("a long header costs little", () => {
  const started = performance.now();
  expect(preferredLocale("xx-yy;q=0.001,".repeat(10_000))).toBe("en");
  expect(performance.now() - started).toBeLessThan(200);
});
