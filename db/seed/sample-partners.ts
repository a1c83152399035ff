import { campaignPartners } from "../schema/campaigns";
import { partnerActions, partnerActionTranslations } from "../schema/partner-actions";
import { partners } from "../schema/partners";
import { readPartnersFile, type SampleCampaign, type SamplePartner, usableTranslations } from "./partners-file";
import { seedSampleCampaigns } from "./sample-campaigns";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

/** The fictional partners, what they ask people to do, and their boxes on the flagship's sign form. */
export async function seedSamplePartners(scope: SeedScope, flagshipId: string): Promise<void> {
  const { db, now, hostId } = scope;
  const samples = readPartnersFile();

  await db.insert(partners).values(
    samples.map((partner) => ({
      id: stableId("partner", partner.slug),
      hostId,
      slug: partner.slug,
      name: partner.name,
      country: partner.country,
      servesCountries: partner.serves_countries,
      locales: partner.locales,
      defaultLocale: partner.default_locale,
      website: partner.website,
      description: partner.description,
      status: "active" as const,
      isSample: true,
      createdAt: now,
    })),
  );
  await db.insert(campaignPartners).values(
    samples.map((partner, position) => ({
      campaignId: flagshipId,
      partnerId: stableId("partner", partner.slug),
      position,
    })),
  );

  const asked = samples.flatMap((partner) => partner.campaigns.map((campaign) => ({ partner, campaign })));
  await seedSampleCampaigns(
    scope,
    asked.filter(({ campaign }) => hasPetitionHere(campaign)),
  );
  await db.insert(partnerActions).values(asked.map(({ partner, campaign }) => actionRow(partner, campaign, now)));
  await db.insert(partnerActionTranslations).values(
    asked.flatMap(({ campaign }) =>
      usableTranslations(campaign).map(({ locale, status, title, summary, body, cta }) => ({
        actionId: stableId("partner-action", campaign.slug),
        locale,
        status,
        title,
        summary,
        body,
        cta,
      })),
    ),
  );
}

function actionRow(partner: SamplePartner, campaign: SampleCampaign, now: Date) {
  return {
    id: stableId("partner-action", campaign.slug),
    partnerId: stableId("partner", partner.slug),
    campaignId: hasPetitionHere(campaign) ? stableId("campaign", campaign.slug) : null,
    slug: campaign.slug,
    kind: campaign.action_type,
    countries: partner.serves_countries,
    isWorldwide: false,
    isPinned: false,
    principles: campaign.principles,
    status: campaign.status,
    publishedAt: now,
  };
}

function hasPetitionHere(campaign: SampleCampaign): boolean {
  return campaign.action_type === "petition" && campaign.status === "published";
}
