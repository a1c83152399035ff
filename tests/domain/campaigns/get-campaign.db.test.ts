import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getCampaign, getFlagship } from "~/domain/campaigns/get-campaign.server";
import { isOpen } from "~/domain/campaigns/is-open";
import { DomainError } from "~/domain/errors";
import { campaigns } from "~db/schema/campaigns";
import { petitionTranslations } from "~db/schema/petitions";
import { withContext } from "../../support/database";

const notFound = new DomainError("campaignNotFound");

test(
  "the flagship is read in the reader's language, with its state and direction",
  withContext(async (ctx) => {
    const campaign = await getFlagship(ctx, "ar");

    expect(campaign).toMatchObject({ slug: "privacy-for-all", isSample: false, partner: null, goal: 100_000 });
    expect(campaign.content).toMatchObject({
      name: "Privacy for All",
      locale: "ar",
      dir: "rtl",
      status: "machine_draft",
    });
    expect(campaign.content.landing?.hero.headline).toBe("الخصوصية حق للجميع");
    expect(campaign.petitionContent).toMatchObject({ locale: "ar", dir: "rtl" });
    expect(campaign.petitionContent.demands).toHaveLength(5);
    expect(isOpen(campaign.petition, ctx.now())).toBe(true);
    expect(campaign.translations).toContainEqual({ locale: "ar", status: "machine_draft" });
    expect(campaign.translations).toContainEqual({ locale: "en", status: "source" });
  }),
);

test(
  "each text falls back by itself and keeps its own language",
  withContext(async (ctx) => {
    const { petition } = await getFlagship(ctx, "en");
    await ctx.db
      .delete(petitionTranslations)
      .where(and(eq(petitionTranslations.petitionId, petition.id), eq(petitionTranslations.locale, "ar")));

    const campaign = await getFlagship(ctx, "ar");

    expect(campaign.content).toMatchObject({ locale: "ar", dir: "rtl" });
    expect(campaign.petitionContent).toMatchObject({ locale: "en", dir: "ltr", status: "source" });
    expect(campaign.translations.map(({ locale }) => locale)).not.toContain("ar");
  }),
);

test(
  "a partner's campaign that has no English is shown in its own language",
  withContext(async (ctx) => {
    const campaign = await getCampaign(ctx, "tatbiqat-bila-tatabbu", "en");

    expect(campaign.partner).toMatchObject({ name: "Khususiya (sample)", country: "JO", isSample: true });
    expect(campaign.content).toMatchObject({ landing: null, locale: "ar", dir: "rtl", status: "machine_draft" });
    expect(campaign.petitionContent.statement).toHaveLength(1);
    expect(campaign.petitionContent.share.message).toContain("{{url}}");
  }),
);

test.each(["draft", "closed", "archived"] as const)("a %s campaign is not shown", (status) =>
  withContext(async (ctx) => {
    await ctx.db.update(campaigns).set({ status }).where(eq(campaigns.slug, "saaf-soochna"));
    await expect(getCampaign(ctx, "saaf-soochna", "en")).rejects.toEqual(notFound);
  })(),
);

test(
  "what partners have not published has no page",
  withContext(async (ctx) => {
    for (const slug of ["signal-respected", "pas-de-visage-sans-accord", "no-such-campaign"]) {
      await expect(getCampaign(ctx, slug, "en")).rejects.toEqual(notFound);
    }
  }),
);
