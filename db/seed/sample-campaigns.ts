import { campaignPartners, campaigns, campaignTranslations } from "../schema/campaigns";
import type { CampaignContent } from "../schema/content/campaign-content";
import type { PetitionContent } from "../schema/content/petition-content";
import { petitions, petitionTranslations } from "../schema/petitions";
import { type SampleCampaign, type SamplePartner, usableTranslations } from "./partners-file";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

/** Campaigns of the sample partners that have a petition on this site. Each names its own partner on the sign form. */
export async function seedSampleCampaigns(
  { db, now, hostId }: SeedScope,
  samples: { partner: SamplePartner; campaign: SampleCampaign }[],
): Promise<void> {
  const made = samples.map(({ partner, campaign }) => ({
    campaign,
    defaultLocale: partner.default_locale,
    partnerId: stableId("partner", partner.slug),
    campaignId: stableId("campaign", campaign.slug),
    petitionId: stableId("petition", campaign.slug),
  }));

  await db.insert(campaigns).values(
    made.map(({ campaign, campaignId, partnerId, defaultLocale }) => ({
      id: campaignId,
      hostId,
      partnerId,
      slug: campaign.slug,
      isFlagship: false,
      isSample: true,
      status: "published" as const,
      goal: 1000,
      defaultLocale,
      publishedAt: now,
    })),
  );
  await db
    .insert(campaignPartners)
    .values(made.map(({ campaignId, partnerId }) => ({ campaignId, partnerId, position: 0 })));
  await db
    .insert(petitions)
    .values(made.map(({ petitionId, campaignId }) => ({ id: petitionId, campaignId, opensAt: now, closesAt: null })));

  const translations = made.flatMap(({ campaign, campaignId, petitionId }) =>
    usableTranslations(campaign).map((translation) => ({ campaignId, petitionId, translation })),
  );
  await db.insert(campaignTranslations).values(
    translations.map(({ campaignId, translation }) => ({
      campaignId,
      locale: translation.locale,
      status: translation.status,
      content: campaignContentOf(translation),
    })),
  );
  await db.insert(petitionTranslations).values(
    translations.map(({ petitionId, translation }) => ({
      petitionId,
      locale: translation.locale,
      status: translation.status,
      content: petitionContentOf(translation),
    })),
  );
}

type Translation = ReturnType<typeof usableTranslations>[number];

function campaignContentOf({ title, summary }: Translation): CampaignContent {
  return { name: title, seo: { title, description: summary }, landing: null };
}

/** A sample has no share texts: its own title and summary stand in, which are in its language already. */
function petitionContentOf({ title, target, summary, body }: Translation): PetitionContent {
  return {
    title,
    addressedTo: target,
    summary,
    statement: [body],
    demands: [],
    share: { message: `${title} {{url}}`, emailSubject: title, emailBody: `${summary}\n\n{{url}}` },
  };
}
