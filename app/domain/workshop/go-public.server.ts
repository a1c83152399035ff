import { eq } from "drizzle-orm";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { indexContent } from "~db/search/index-content";
import type { PortalActor } from "../access/portal-actor";
import { publish } from "../content/publish.server";
import type { RightsRefusal } from "../content/rights";
import type { Context } from "../context";
import { opensWithPublication, releasePictures } from "./facts.server";
import type { OwnCampaign } from "./own-campaign.server";
import type { PlannedText } from "./publication-plan.server";

/** A text could not be brought before readers after all; everything is rolled back. */
export class TextRefused extends Error {
  constructor(readonly why: RightsRefusal | "changed") {
    super(`A text was refused: ${why}.`);
    this.name = "TextRefused";
  }
}

/**
 * Brings planned texts before their readers, the source's language first. A translation of something that is not public
 * yet waits.
 * @returns how many came out
 * @throws {TextRefused}
 */
export async function publishTexts(
  tx: Context,
  actor: PortalActor,
  { slug }: Pick<OwnCampaign, "slug">,
  planned: readonly PlannedText[],
): Promise<number> {
  let out = 0;
  for (const { kind, revision } of planned) {
    const { locale, number } = revision;
    const done = await publish(tx, actor, { kind, key: slug, locale, number });
    if (done.outcome === "sourceNotPublished") continue;
    if (done.outcome === "notAllowed") throw new TextRefused(done.why);
    if (done.outcome !== "done" && done.outcome !== "already") throw new TextRefused("changed");
    out++;
  }
  return out;
}

/** Opens a campaign's page to everybody, in the transaction of `tx`. Its texts are there already. */
export async function goPublic(tx: Context, campaign: OwnCampaign): Promise<void> {
  const { db } = tx;
  const now = tx.now();
  await db
    .update(campaigns)
    .set({
      status: "published",
      publishedAt: now,
      publicSince: campaign.publicSince ?? now,
      publishAt: null,
      pausedAt: null,
    })
    .where(eq(campaigns.id, campaign.id));
  if (opensWithPublication(campaign)) {
    await db.update(petitions).set({ opensAt: now }).where(eq(petitions.campaignId, campaign.id));
  }
  await releasePictures(tx, [campaign.imageId, campaign.logoImageId]);
  await indexCampaign(tx, campaign);
}

/** Lets the search find a campaign, or forget it, in all its languages. */
export async function indexCampaign(
  { db }: Pick<Context, "db">,
  { id, slug }: Pick<OwnCampaign, "id" | "slug">,
): Promise<void> {
  const locales = await db
    .select({ locale: campaignTranslations.locale })
    .from(campaignTranslations)
    .where(eq(campaignTranslations.campaignId, id));
  for (const { locale } of locales) await indexContent(db, { kind: "campaign", key: slug, locale });
}
