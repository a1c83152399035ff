import { expect, test } from "vitest";
import { previewLocaleOf } from "~/i18n/portal-locales";

test.each([
  ["/portal/host/campaigns/privacy-for-all/preview/ar", "ar"],
  ["/portal/mto/campaigns/soko/preview/xx", null],
  ["/portal/mto/campaigns/soko/texts/sw", null],
  ["/portal/mto/campaigns/soko/preview/sw/more", null],
  ["/sw/campaigns/soko/preview/sw", null],
])("the language of a preview stands at the end of its address: %s", (path, locale) => {
  expect(previewLocaleOf(path)).toBe(locale);
});
