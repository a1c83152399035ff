import { expect, test } from "vitest";
import { pickTranslation } from "~/domain/campaigns/pick-translation";

const inLocales = (...locales: string[]) => locales.map((locale) => ({ locale }));

test.each([
  ["sw", ["en", "sw"], "sw", "sw"],
  ["ar-EG", ["ar", "en"], "en", "ar"],
  ["ar", ["sw", "en"], "sw", "en"],
  ["ar", ["sw", "de"], "sw", "sw"],
  ["ar", ["de"], "sw", null],
])("a reader of %s, with texts in %j and %s as the text's own language, gets %s", (locale, offered, own, picked) => {
  expect(pickTranslation(inLocales(...offered), locale, own)?.locale ?? null).toBe(picked);
});
