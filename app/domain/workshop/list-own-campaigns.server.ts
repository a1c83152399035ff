import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { partners } from "~db/schema/partners";
import { petitions } from "~db/schema/petitions";
import { petitionTotals } from "~db/schema/totals";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { newestRequestFirst, type OwnCampaign, toOwnCampaign } from "./own-campaign.server";

/** A campaign in the list of those that somebody may work on. */
export interface CampaignLine
  extends Pick<OwnCampaign, "slug" | "state" | "goal" | "timeZone" | "publishAt" | "countries"> {
  title: string;
  /** The language of the title. */
  locale: string;
  /** Null for the host's own. */
  partnerName: string | null;
  count: number;
  closesAt: Date | null;
  /** Something that was changed waits for the host. */
  changesWait: boolean;
  /** In each language: whether readers see it. */
  locales: { locale: string; isPublished: boolean }[];
}

/** The campaigns of the actor's organization, for the host of all, the newest first. @throws {DomainError} notAllowed */
export async function listOwnCampaigns(ctx: Context, actor: PortalActor): Promise<CampaignLine[]> {
  authorize(actor, "campaigns.read");
  const partnerId = partnerIdOf(actor);
  const rows = await ctx.db
    .select({ campaign: campaigns, petition: petitions, partner: partners, count: petitionTotals.count })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .leftJoin(petitionTotals, eq(petitionTotals.petitionId, petitions.id))
    .where(partnerId === null ? undefined : eq(campaigns.partnerId, partnerId))
    .orderBy(desc(campaigns.publishedAt), campaigns.slug);
  if (rows.length === 0) return [];

  const approvals = await ctx.db
    .select()
    .from(campaignApprovals)
    .where(
      inArray(
        campaignApprovals.campaignId,
        rows.map(({ campaign }) => campaign.id),
      ),
    )
    .orderBy(...newestRequestFirst);
  const titles = await listTitles(
    ctx,
    rows.map(({ campaign }) => campaign.slug),
  );
  return rows.map(({ count, ...row }) => {
    const approval = approvals.find(({ campaignId }) => campaignId === row.campaign.id) ?? null;
    const own = toOwnCampaign({ ...row, approval }, ctx.now());
    const ofCampaign = titles.filter(({ key }) => key === own.slug);
    const { slug, state, goal, timeZone, publishAt, countries, defaultLocale } = own;
    return {
      ...{ slug, state, goal, timeZone, publishAt, countries },
      title: ofCampaign.find(({ locale }) => locale === defaultLocale)?.title ?? slug,
      locale: defaultLocale,
      partnerName: own.partner?.name ?? null,
      count: count ?? 0,
      closesAt: own.petition.closesAt,
      changesWait: own.status !== "draft" && approval !== null && approval.decision === null,
      locales: ofCampaign.map(({ locale, isPublished }) => ({ locale, isPublished })),
    };
  });
}

/** Of each petition, in each language: the title of its newest version, and whether readers see one. */
export async function listTitles({ db }: Pick<Context, "db">, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  const ofPetitions = and(eq(contentItems.kind, "petition"), inArray(contentItems.key, [...slugs]));
  return db
    .selectDistinctOn([contentItems.key, contentRevisions.locale], {
      key: contentItems.key,
      locale: contentRevisions.locale,
      title: sql<string | null>`${contentRevisions.fields}->>'title'`,
      isPublished: sql<boolean>`bool_or(${contentRevisions.state} = 'published') over (
        partition by ${contentItems.key}, ${contentRevisions.locale})`,
    })
    .from(contentItems)
    .innerJoin(contentRevisions, eq(contentRevisions.itemId, contentItems.id))
    .where(ofPetitions)
    .orderBy(contentItems.key, contentRevisions.locale, desc(contentRevisions.number));
}
