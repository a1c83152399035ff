import { and, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { campaignPartners, campaigns, campaignTranslations } from "~db/schema/campaigns";
import { campaignContent } from "~db/schema/content/campaign-content";
import { partners } from "~db/schema/partners";
import { authorize, partnerIdOf } from "../access/authorize";
import { groupBy } from "../campaigns/group-by";
import { pickTranslation, wantedLocales } from "../campaigns/pick-translation";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";

/** A campaign as the numbers name it. */
export interface CountedCampaign {
  id: string;
  slug: string;
  /** In the reader's language where there is a text, else in its own. */
  name: string;
  nameLocale: string | null;
  status: (typeof campaigns.$inferSelect)["status"];
  goal: number;
  /** Whose it is; null for the host's own. */
  partner: { id: string; name: string } | null;
}

type Ctx = Pick<Context, "db">;

/** Campaigns whose numbers the actor may see: a partner's own, or all for the host. Call `authorize` first. */
export function listCountedCampaigns(ctx: Ctx, actor: Actor, locale: string): Promise<CountedCampaign[]> {
  const partnerId = partnerIdOf(actor);
  return readCampaigns(ctx, partnerId === null ? undefined : eq(campaigns.partnerId, partnerId), locale);
}

/** Campaigns of others whose sign form names the partner. */
export async function listNamingCampaigns(ctx: Ctx, partnerId: string, locale: string): Promise<CountedCampaign[]> {
  const naming = ctx.db
    .select({ id: campaignPartners.campaignId })
    .from(campaignPartners)
    .where(eq(campaignPartners.partnerId, partnerId));
  const isAnothers = or(isNull(campaigns.partnerId), ne(campaigns.partnerId, partnerId));
  return readCampaigns(ctx, and(inArray(campaigns.id, naming), ne(campaigns.status, "draft"), isAnothers), locale);
}

/**
 * The campaign of an address in the portal, for somebody who may see its numbers.
 * @throws {DomainError} notAllowed; notFound where it is not there or another's
 */
export async function getCountedCampaign(
  ctx: Ctx,
  actor: Actor,
  permission: "numbers.read" | "numbers.annotate",
  slug: string,
  locale: string,
): Promise<CountedCampaign> {
  authorize(actor, permission);
  // PostgreSQL refuses a text with a NUL, and no slug has one.
  const [campaign] = /^[\w-]{1,100}$/.test(slug) ? await readCampaigns(ctx, eq(campaigns.slug, slug), locale) : [];
  if (campaign === undefined) throw new DomainError("notFound");
  authorize(actor, permission, { partnerId: campaign.partner?.id ?? null });
  return campaign;
}

async function readCampaigns(ctx: Ctx, which: SQL | undefined, locale: string): Promise<CountedCampaign[]> {
  const rows = await ctx.db
    .select({ campaign: campaigns, partner: { id: partners.id, name: partners.name }, text: campaignTranslations })
    .from(campaigns)
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .leftJoin(
      campaignTranslations,
      and(
        eq(campaignTranslations.campaignId, campaigns.id),
        or(
          inArray(campaignTranslations.locale, wantedLocales(locale)),
          eq(campaignTranslations.locale, campaigns.defaultLocale),
        ),
      ),
    )
    .where(which)
    .orderBy(desc(campaigns.isFlagship), desc(campaigns.publishedAt), campaigns.slug);
  return groupBy(rows, ({ campaign }) => campaign.id).map((ofOne) => {
    const { campaign, partner } = ofOne[0];
    const texts = ofOne.flatMap(({ text }) => text ?? []);
    const text = pickTranslation(texts, locale, campaign.defaultLocale);
    const name = campaignContent.pick({ name: true }).safeParse(text?.content).data?.name;
    return {
      id: campaign.id,
      slug: campaign.slug,
      name: name ?? campaign.slug,
      nameLocale: name === undefined ? null : (text?.locale ?? null),
      status: campaign.status,
      goal: campaign.goal,
      partner,
    };
  });
}
