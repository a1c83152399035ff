import { expect, test } from "vitest";
import { usualSpelling } from "~/http/usual-spelling";
import { locales } from "~/i18n/locales";
import { nearestLocale } from "~/i18n/nearest-locale";

const twelve = ["en", "es", "fr", "de", "pt-BR", "ar", "ur", "hi", "bn", "sw", "id", "zh-Hant"];

test.each([
  ["EN", "en"],
  ["Es", "es"],
  ["es-MX", "es"],
  ["en-GB", "en"],
  ["pt", "pt-BR"],
  ["pt-br", "pt-BR"],
  ["PT-PT", "pt-BR"],
  ["zh-hant", "zh-Hant"],
  ["zh-TW", "zh-Hant"],
  ["zh-hk", "zh-Hant"],
  ["sw-KE", "sw"],
  ["xx", null],
  ["zh-CN", null],
  ["english", null],
  ["x-default", null],
  ["e", null],
  ["en-", null],
  ["en_US", null],
  ["en\0", null],
  ["campaigns", null],
  ["api", null],
  ["dev", null],
])("the language tag %j stands for %s", (tag, locale) => {
  expect(nearestLocale(tag, twelve)).toBe(locale);
});

test.each([
  ["/EN", "/en"],
  ["/Es/privacy", "/es/privacy"],
  ["/ES?x=1&y=%2F", "/es?x=1&y=%2F"],
  ["/ar-EG/campaigns/privacy-for-all/take-action?country=KE", "/ar/campaigns/privacy-for-all/take-action?country=KE"],
  ["/EN//example.org", "/en//example.org"],
  ["/EN/%ff", "/en/%ff"],
])("%s is at %s", (asked, there) => {
  expect(usualSpelling(asked)).toBe(there);
});

test.each([
  ...locales.map((locale) => `/${locale}/campaigns`),
  "/",
  "//EN",
  "/xx",
  "/x-default",
  "/%45N",
  "/EN%00",
  "/EN.html",
  "/EN\\example.org",
  "/api/v1/lawmakers",
  "/assets/EN.css",
  "/healthz",
  "/favicon.svg",
])("%s stays where it is", (asked) => {
  expect(usualSpelling(asked)).toBeNull();
});
