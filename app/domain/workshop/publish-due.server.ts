import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { petitions } from "~db/schema/petitions";
import { AUTOMATIC, recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { getCampaignTexts, publishedIn } from "./campaign-texts.server";
import { goPublic } from "./go-public.server";
import { toOwnCampaign } from "./own-campaign.server";
import { textKinds } from "./text-shape";

const AT_ONCE = 20;

/**
 * Opens the campaigns whose moment has come. One whose partner is paused, or that the host has not approved where it must,
 * stays as it is until that changes. Any number of workers may run at once.
 * @returns how many became public
 */
export async function publishDueCampaigns(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const due = await db
      .select({ campaign: campaigns, petition: petitions, partner: partners })
      .from(campaigns)
      .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
      .leftJoin(partners, eq(partners.id, campaigns.partnerId))
      .where(
        and(
          isNotNull(campaigns.publishAt),
          lte(campaigns.publishAt, ctx.now()),
          eq(campaigns.status, "draft"),
          or(
            isNull(campaigns.partnerId),
            and(eq(partners.status, "active"), or(eq(partners.needsApproval, false), isNotNull(campaigns.approvedAt))),
          ),
        ),
      )
      .orderBy(asc(campaigns.publishAt))
      .limit(AT_ONCE)
      .for("update", { of: campaigns, skipLocked: true });
    let opened = 0;
    for (const row of due) {
      const campaign = toOwnCampaign({ ...row, approval: null }, ctx.now());
      const texts = await getCampaignTexts(tx, campaign.slug);
      const hasTexts = textKinds.every((kind) => publishedIn(texts[kind], campaign.defaultLocale) !== null);
      if (!hasTexts) continue;
      await goPublic(tx, campaign);
      await recordAudit(tx, {
        actor: AUTOMATIC,
        action: "campaign.publish",
        campaignId: campaign.id,
        partnerId: campaign.partnerId,
        facts: { at: campaign.publishAt?.toISOString() ?? null },
      });
      opened++;
    }
    return opened;
  });
}
