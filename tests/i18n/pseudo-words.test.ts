import { expect, test } from "vitest";
import { createTranslators } from "~/i18n/instances.server";
import { pseudoText, pseudoWords } from "~/i18n/pseudo-words";

const text = "Sign {{count, number}} <strong>petitions</strong> in {place}";

test("accented words keep what a program reads, and are longer", () => {
  expect(pseudoText("en-XA", text)).toBe("[Šîîĝñ {{count, number}} <strong>þééţîîţîîööñš</strong> îîñ {place}]");
  const english = "Your signature counts in every country of the world.";
  const ratio = pseudoText("en-XA", english).length / english.length;
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(1.5);
});

test("words from right to left keep what a program reads", () => {
  expect(pseudoText("ar-XB", text)).toBe(
    "\u202eSign\u202c {{count, number}} <strong>\u202epetitions\u202c</strong> \u202ein\u202c {place}",
  );
});

test("each pseudo-locale has the plural forms of its language, and everything else as it was", () => {
  const words = { count_one: "One", count_other: "Many", group: { partner_story: "Story" } };
  expect(Object.keys(pseudoWords("en-XA", words)).sort()).toEqual(["count_one", "count_other", "group"]);
  expect(Object.keys(pseudoWords("ar-XB", words)).sort()).toEqual([
    "count_few",
    "count_many",
    "count_one",
    "count_other",
    "count_two",
    "count_zero",
    "group",
  ]);
  expect(pseudoWords("en-XA", words).group).toEqual({ partner_story: "[Šţööŕý]" });
});

test("only those who ask for pseudo-locales get them; others get English", () => {
  const asked = createTranslators({ withPseudoLocales: true });
  expect(asked("en-XA").t("site:copy.button")).toBe("[Çööþý]");
  expect(asked("ar-XB").t("site:count.signed", { count: 3 })).toContain("\u202epeople\u202c");
  expect(asked("en").t("site:copy.button")).toBe("Copy");
  expect(createTranslators()("en-XA").language).toBe("en");
});
