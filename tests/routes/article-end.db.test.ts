import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { Article } from "~/components/article";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { loader } from "~/routes/$locale.updates.$update";
import { campaigns } from "~db/schema/campaigns";
import { partnerActions } from "~db/schema/partner-actions";
import { updates } from "~db/schema/updates";
import { type TestContext, withContext } from "../support/database";
import { loaderArguments, pageOf } from "../support/route-page";

const story = "sample-partner-workshop-kisumu";

async function articleIn(ctx: TestContext, locale: string, update: string): Promise<string> {
  const asked = loaderArguments(ctx, `/${locale}/updates/${update}`, { update });
  return pageOf(Article, await loader(asked), locale);
}

test(
  "an article ends with the petition of its campaign, as long as that is public",
  withContext(async (ctx) => {
    const { id, petitionContent } = await getCampaign(ctx, "escuelas-sin-rastreo", "es");
    expect(await articleIn(ctx, "es", story)).toContain('href="/es/campaigns/privacy-for-all#sign"');

    await ctx.db.update(updates).set({ campaignId: id }).where(eq(updates.slug, story));
    const html = await articleIn(ctx, "es", story);
    expect(html).toContain('href="/es/campaigns/escuelas-sin-rastreo#sign"');
    expect(html).toContain(`<p>${petitionContent.title}</p>`);

    await ctx.db.update(campaigns).set({ status: "closed" }).where(eq(campaigns.id, id));
    expect(await articleIn(ctx, "es", story)).toContain('href="/es/campaigns/privacy-for-all#sign"');
  }),
);

test(
  "it leads to what can be done in the countries that it is about, else where the reader lives",
  withContext(async (ctx) => {
    const takeAction = 'href="/en/campaigns/privacy-for-all/take-action';
    expect(await articleIn(ctx, "en", story)).toContain(`${takeAction}?country=KE">Kenya: what you can do there<`);
    const brief = await articleIn(ctx, "en", "sample-three-changes-2024");
    for (const code of ["CL", "MX", "IN"]) expect(brief).toContain(`${takeAction}?country=${code}"`);
    const research = await articleIn(ctx, "en", "sample-reading-chatbot-notices");
    expect(research).toContain(`${takeAction}">What you can do where you live<`);
  }),
);

test(
  "it shows what partners ask about its principles in its countries, and for whom",
  withContext(async (ctx) => {
    const inKenya = await articleIn(ctx, "en", story);
    expect(inKenya).toContain('href="/en/campaigns/mikopo-bila-kupekua"');
    expect(inKenya).toContain("Kenya, Tanzania, Uganda");
    // About the same principle, and in other countries.
    expect(inKenya).not.toContain("escuelas-sin-rastreo");
    expect(await articleIn(ctx, "en", "sample-draft-federal-privacy-bill")).toContain("escuelas-sin-rastreo");
    // In its country, and about other principles.
    expect(await articleIn(ctx, "en", "sample-floor-or-ceiling")).not.toContain("escuelas-sin-rastreo");

    await ctx.db
      .update(partnerActions)
      .set({ isWorldwide: true })
      .where(eq(partnerActions.slug, "tatbiqat-bila-tatabbu"));
    expect(await articleIn(ctx, "en", story)).toContain("tatbiqat-bila-tatabbu");
  }),
);

test.each(["es", "ar", "zh-Hant"])("in %s what its facts say in English says that it is English", (locale) =>
  withContext(async (ctx) => {
    const english = '<bdi lang="en" dir="ltr">';
    const research = await articleIn(ctx, locale, "sample-reading-chatbot-notices");
    expect(research).toContain(`${english}A language model suggested the summary`);
    const news = await articleIn(ctx, locale, "sample-draft-federal-privacy-bill");
    expect(news).toContain(`${english}American Privacy Rights Act (United States): discussion draft`);
    expect(await articleIn(ctx, "en", "sample-draft-federal-privacy-bill")).not.toContain(english);
  })(),
);
