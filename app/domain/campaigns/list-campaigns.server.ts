import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { campaigns } from "~db/schema/campaigns";
import { petitionContent } from "~db/schema/content/petition-content";
import { partners } from "~db/schema/partners";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { groupBy } from "./group-by";
import { type Language, languageOf, pickTranslation, wantedLocales } from "./pick-translation";

export interface CampaignSummary extends Language {
  id: string;
  slug: string;
  isFlagship: boolean;
  isSample: boolean;
  goal: number;
  partner: { name: string; country: string; isSample: boolean } | null;
  /** Title of its petition. */
  title: string;
  summary: string;
}

const summaryOf = petitionContent.pick({ title: true, summary: true });

/** Every published campaign: the flagship, then those in the reader's language, then the newest. */
export async function listCampaigns(ctx: Context, locale: string): Promise<CampaignSummary[]> {
  const rows = await ctx.db
    .select({
      campaign: campaigns,
      partner: { name: partners.name, country: partners.country, isSample: partners.isSample },
      text: petitionTranslations,
    })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .innerJoin(petitionTranslations, eq(petitionTranslations.petitionId, petitions.id))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .where(
      and(
        eq(campaigns.status, "published"),
        or(
          inArray(petitionTranslations.locale, wantedLocales(locale)),
          eq(petitionTranslations.locale, campaigns.defaultLocale),
        ),
      ),
    )
    .orderBy(desc(campaigns.isFlagship), desc(campaigns.publishedAt), campaigns.slug);

  const summaries = groupBy(rows, (row) => row.campaign.id).flatMap((ofOne) => {
    const { campaign, partner } = ofOne[0];
    const text = pickTranslation(
      ofOne.map((row) => row.text),
      locale,
      campaign.defaultLocale,
    );
    if (text === null) return [];
    const { id, slug, isFlagship, isSample, goal } = campaign;
    return [{ id, slug, isFlagship, isSample, goal, partner, ...summaryOf.parse(text.content), ...languageOf(text) }];
  });
  const rank = (one: CampaignSummary) => (one.isFlagship ? 0 : one.locale === locale ? 1 : 2);
  return summaries.sort((a, b) => rank(a) - rank(b));
}
