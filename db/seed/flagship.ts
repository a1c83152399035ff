import { campaigns, campaignTranslations } from "../schema/campaigns";
import { petitions, petitionTranslations } from "../schema/petitions";
import { campaignFile } from "./campaign-file";
import { petitionFile } from "./petition-file";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

export const FLAGSHIP_SLUG = "privacy-for-all";

/** @returns the id of the flagship campaign */
export async function seedFlagship({ db, now, hostId }: SeedScope): Promise<string> {
  const campaignId = stableId("campaign", FLAGSHIP_SLUG);
  const petitionId = stableId("petition", FLAGSHIP_SLUG);

  await db.insert(campaigns).values({
    id: campaignId,
    hostId,
    partnerId: null,
    slug: FLAGSHIP_SLUG,
    isFlagship: true,
    isSample: false,
    status: "published",
    goal: 100_000,
    defaultLocale: "en",
    publishedAt: now,
  });
  await db.insert(campaignTranslations).values(
    readContentByLocale("campaign", campaignFile).map(({ locale, content: { status, content } }) => ({
      campaignId,
      locale,
      status,
      content,
    })),
  );
  await db.insert(petitions).values({ id: petitionId, campaignId, opensAt: now, closesAt: null });
  await db.insert(petitionTranslations).values(
    readContentByLocale("petition", petitionFile).map(({ locale, content: { status, content } }) => ({
      petitionId,
      locale,
      status,
      content,
    })),
  );
  return campaignId;
}
