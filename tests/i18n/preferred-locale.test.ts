import { expect, test } from "vitest";
import { preferredLocale } from "~/i18n/preferred-locale";

test.each([
  [null, "en"],
  ["", "en"],
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
  ["es;q=0", "en"],
  ["es ; q=0.2 , ar ; q=0.9", "ar"],
  ["es;Q=0.2, ar;q=0.9", "ar"],
  ["*", "en"],
  ["*;q=0.9, es;q=0.1", "es"],
  ["zh-Hant-TW", "en"],
  ["est", "en"],
  ["e", "en"],
  [";;;,,,q=1", "en"],
  ["es\u0000", "en"],
])("%j is answered in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});

test("a long header costs little", () => {
  const started = performance.now();
  expect(preferredLocale("xx-yy;q=0.001,".repeat(10_000))).toBe("en");
  expect(performance.now() - started).toBeLessThan(200);
});
