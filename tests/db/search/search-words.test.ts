import { expect, test } from "vitest";
import { foldWord } from "~db/search/fold-word";
import { searchConfiguration, searchWords } from "~db/search/search-words";

test.each([
  ["en", "Data-broker REFORM, 2024!", ["data", "broker", "reform", "2024"]],
  ["hi", "डेटा न्यूनीकरण का अर्थ", ["डेटा", "न्यूनीकरण", "का", "अर्थ"]],
  ["bn", "গোপনীয়তা আইন", ["গোপনীয়তা", "আইন"].map((word) => word.normalize("NFKC"))],
  ["ar", "الخُصُوصِيَّة للجميـع", ["الخصوصية", "للجميع"]],
  ["ur", "رازداری کا قانون", ["رازداری", "کا", "قانون"]],
  ["zh-Hant", "隱私權 AI 法", ["隱私", "私權", "ai", "法"]],
])("takes a text in %s apart into words", (locale, text, words) => {
  expect(searchWords(text, locale)).toEqual(words);
});

test("cuts endings where the database knows them", () => {
  expect(searchConfiguration("pt-BR")).toBe("portuguese");
  expect(searchConfiguration("sw")).toBe("simple");
});

test.each([
  ["données", "donnees"],
  ["donne\u0301es", "donnees"],
  ["straße", "strasse"],
  ["informações", "informacoes"],
  ["الإعلانات", "الاعلانات"],
  ["مسؤولية", "مسووليه"],
  ["رازداری", "رازداري"],
  ["کمپنیاں", "كمپنياں"],
  ["क़ानून", "कानून"],
  // The signs of these scripts are letters and vowels, and no accents.
  ["ন্যূনতম", "ন্যূনতম"],
  ["हिन्दी", "हिन्दी"],
  ["隱私", "隱私"],
])("%s is typed as %s", (word, typed) => {
  expect(foldWord(word)).toBe(typed);
});
