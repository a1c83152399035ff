import { expect, test } from "vitest";
import { countryCodes, isCountryCode } from "~/domain/regions/country-codes";
import { countryName, listCountryOptions } from "~/domain/regions/country-names";
import { locales } from "~/i18n/locales";

test.each([
  ["PS", "en", "Palestine"],
  ["PS", "ar", "فلسطين"],
  ["HK", "en", "Hong Kong"],
  ["MO", "es", "Macao"],
  ["TW", "en", "Taiwan"],
  ["XK", "es", "Kosovo"],
  ["US", "en", "United States"],
  ["GB", "en", "United Kingdom"],
  ["KE", "ar", "كينيا"],
])("%s is called in %s by the name people use: %s", (code, locale, name) => {
  expect(countryName(code, locale)).toBe(name);
});

/** Palestine, Taiwan and Kosovo, which lists of countries like to leave out or to name otherwise. */
const debated = {
  en: ["Palestine", "Taiwan", "Kosovo"],
  es: ["Palestina", "Taiwán", "Kosovo"],
  fr: ["Palestine", "Taïwan", "Kosovo"],
  de: ["Palästina", "Taiwan", "Kosovo"],
  "pt-BR": ["Palestina", "Taiwan", "Kosovo"],
  ar: ["فلسطين", "تايوان", "كوسوفو"],
  ur: ["فلسطین", "تائیوان", "کوسووو"],
  hi: ["फ़िलिस्तीन", "ताइवान", "कोसोवो"],
  bn: ["ফিলিস্তিন", "তাইওয়ান", "কসোভো"],
  sw: ["Palestina", "Taiwan", "Kosovo"],
  id: ["Palestina", "Taiwan", "Kosovo"],
  "zh-Hant": ["巴勒斯坦", "台灣", "科索沃"],
} satisfies Record<(typeof locales)[number], [string, string, string]>;

test.each(locales)("Palestine, Taiwan and Kosovo are named in %s, each once", (locale) => {
  const options = listCountryOptions(locale);
  const named = ["PS", "TW", "XK"].map((code) =>
    options.filter((option) => option.code === code).map(({ name }) => name),
  );
  expect(named).toEqual(debated[locale].map((name) => [name]));
});

test.each(locales)("the list in %s has every country once, in the reader's order", (locale) => {
  const options = listCountryOptions(locale);
  const { compare } = new Intl.Collator(locale);

  expect(options).toHaveLength(250);
  expect(new Set(options.map(({ code }) => code)).size).toBe(250);
  expect(options.filter(({ code, name }) => name === code)).toEqual([]);
  expect([...options].sort((a, b) => compare(a.name, b.name))).toEqual(options);
});

test("a letter with an accent stands beside its plain one", () => {
  const names = listCountryOptions("en").map(({ name }) => name);
  expect(names.indexOf("Åland Islands")).toBeLessThan(names.indexOf("Albania"));
});

test("codes that can be chosen are told from those that can't", () => {
  expect(countryCodes.filter(isCountryCode)).toHaveLength(250);
  expect(["XK", "TW", "PS", "EH"].filter(isCountryCode)).toHaveLength(4);
  expect(["ZZ", "AA", "EU", "ke", "USA", ""].filter(isCountryCode)).toEqual([]);
});
