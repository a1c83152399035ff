import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { textsIn } from "~/domain/content/text-fields";
import { locales } from "~/i18n/locales";
import { consentPurposes } from "~db/schema/consents";
import { type TestContext, withContext } from "../../support/database";

/** What readers of a language find of the flagship: the landing page, the petition, the consents, the principles. */
async function contentIn(ctx: TestContext, locale: string) {
  const { content, petitionContent } = await getFlagship(ctx, locale);
  const principles = await listPrinciples(ctx, locale);
  const consents = await listConsentWordings(ctx, locale);
  return { content, petitionContent, principles, consents };
}

test.each(locales)("the landing page, the petition, the consents and the ten principles are there in %s", (locale) =>
  withContext(async (ctx) => {
    const { content, petitionContent, principles, consents } = await contentIn(ctx, locale);
    expect(content.landing).not.toBeNull();
    expect(principles).toHaveLength(10);
    expect(consents).toHaveLength(consentPurposes.length);
    const status = locale === "en" ? "source" : "machine_draft";
    for (const text of [content, petitionContent, ...principles]) expect(text).toMatchObject({ locale, status });
    for (const consent of consents) expect(consent.locale).toBe(locale);
  })(),
);

/** What every language says as English does: the name of the campaign, and keys such as `data-rights` and `ltr`. */
const names = /^(Privacy for All|[a-z_-]+)$/;

test.each(locales.filter((locale) => locale !== "en"))("none of it was left in English in %s", (locale) =>
  withContext(async (ctx) => {
    const english = new Set(textsIn(await contentIn(ctx, "en")).map(({ text }) => text));
    const same = textsIn(await contentIn(ctx, locale)).filter(({ text }) => english.has(text) && !names.test(text));
    expect(same).toEqual([]);
  })(),
);
