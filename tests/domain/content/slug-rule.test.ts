import { expect, test } from "vitest";
import { isSlug } from "~/domain/content/slug-rule";

test.each([
  "privacy-for-all",
  "a",
  "2026",
  "vie-privée",
  "الخصوصية-للجميع",
  "सबके-लिए-निजता",
  "রাজনীতি",
  "人人享有隱私",
  "a".repeat(80),
])("“%s” can be an address", (slug) => {
  expect(isSlug(slug)).toBe(true);
});

test.each([
  "",
  "-a",
  "a-",
  "a--b",
  "Privacy",
  "a b",
  "a/b",
  "a.b",
  "a%20b",
  "a?b",
  "a\0b",
  "../x",
  "a\u200fb",
  "a".repeat(81),
  // Two signs where one letter has the same look.
  "prive\u0301e",
])("“%s” cannot", (slug) => {
  expect(isSlug(slug)).toBe(false);
});
