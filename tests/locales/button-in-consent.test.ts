import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { locales } from "~/i18n/locales";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const sign = z.object({ button: z.string() });
const petition = z.object({ consent: z.object({ sensitive_notice: z.string() }) });

test.each(locales)("the consent in %s quotes the button to sign as the form shows it", (locale) => {
  const { button } = sign.parse(read(`locales/${locale}/sign.json`));
  const { consent } = petition.parse(read(`db/seed/content/petition.${locale}.json`));
  expect(consent.sensitive_notice).toMatch(new RegExp(`[«“"「„]\\s*${button}\\s*[»”“"」]`));
});
