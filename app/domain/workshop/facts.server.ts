import { eq, inArray } from "drizzle-orm";
import { campaignWordings } from "~db/schema/campaign-wordings";
import { campaigns } from "~db/schema/campaigns";
import { consentWordings } from "~db/schema/consents";
import { type CampaignFacts, campaignFacts } from "~db/schema/content/campaign-facts";
import { images } from "~db/schema/images";
import { petitions } from "~db/schema/petitions";
import type { Context } from "../context";
import type { OwnCampaign } from "./own-campaign.server";

/** What the public sees of a campaign beside its texts, or would see. */
export async function readFacts({ db }: Pick<Context, "db">, campaign: OwnCampaign): Promise<CampaignFacts> {
  const chosen = await db
    .select({ id: campaignWordings.wordingId })
    .from(campaignWordings)
    .where(eq(campaignWordings.campaignId, campaign.id))
    .orderBy(campaignWordings.purpose, campaignWordings.locale);
  const { goal, timeZone, countries, shortName, brandColour, imageId, logoImageId, petition } = campaign;
  return {
    goal,
    opensAt: opensWithPublication(campaign) ? null : petition.opensAt.toISOString(),
    closesAt: petition.closesAt?.toISOString() ?? null,
    timeZone,
    countries,
    shortName,
    brandColour,
    imageId,
    logoImageId,
    wordings: chosen.map(({ id }) => id),
  };
}

/** The facts as they will be once the host has said yes to what waits. */
export async function factsInHand(ctx: Pick<Context, "db">, campaign: OwnCampaign): Promise<CampaignFacts> {
  const proposed = proposedFactsOf(campaign);
  return proposed ?? readFacts(ctx, campaign);
}

/** Changes that wait for the host; null where none do. */
export function proposedFactsOf({ proposedFacts }: Pick<OwnCampaign, "proposedFacts">): CampaignFacts | null {
  return proposedFacts === null ? null : campaignFacts.parse(proposedFacts);
}

/** A draft's petition opens when it was begun, which means: as soon as it is public. */
export function opensWithPublication({
  petition,
  publishedAt,
}: Pick<OwnCampaign, "petition" | "publishedAt">): boolean {
  return petition.opensAt <= publishedAt;
}

/** Puts facts in force, in the transaction of `tx`. Pictures of a public campaign can be seen by everybody from now on. */
export async function applyFacts(tx: Context, campaign: OwnCampaign, facts: CampaignFacts): Promise<void> {
  const { opensAt, closesAt, wordings, ...row } = facts;
  await tx.db.update(campaigns).set(row).where(eq(campaigns.id, campaign.id));
  await tx.db
    .update(petitions)
    .set({
      opensAt: opensAt === null ? campaign.publishedAt : new Date(opensAt),
      closesAt: closesAt === null ? null : new Date(closesAt),
    })
    .where(eq(petitions.campaignId, campaign.id));
  await tx.db.delete(campaignWordings).where(eq(campaignWordings.campaignId, campaign.id));
  const chosen =
    wordings.length === 0
      ? []
      : await tx.db.select().from(consentWordings).where(inArray(consentWordings.id, wordings));
  if (chosen.length > 0) {
    await tx.db
      .insert(campaignWordings)
      .values(chosen.map(({ id, purpose, locale }) => ({ campaignId: campaign.id, purpose, locale, wordingId: id })));
  }
  if (campaign.status === "published") await releasePictures(tx, [facts.imageId, facts.logoImageId]);
}

/** Lets everybody see pictures that were held back. */
export async function releasePictures({ db }: Pick<Context, "db">, ids: readonly (string | null)[]): Promise<void> {
  const held = ids.filter((id) => id !== null);
  if (held.length > 0) await db.update(images).set({ heldSince: null }).where(inArray(images.id, held));
}
