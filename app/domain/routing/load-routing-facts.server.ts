import { and, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { groupBy } from "~/domain/campaigns/group-by";
import { wantedLocales } from "~/domain/campaigns/pick-translation";
import type { Context } from "~/domain/context";
import { campaigns } from "~db/schema/campaigns";
import { routingMatch } from "~db/schema/content/routing-match";
import { partnerActions, partnerActionTranslations } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import { countries, regions, routingRules } from "~db/schema/routing";
import type { RoutingRule } from "./match-rule";
import { offeredAction } from "./offered-action";
import type { OfferedAction, RoutingFacts } from "./routing-facts";

/** Reads what routing needs for one campaign and one locale; it serves every place, so a caller may keep it for a while. */
export async function loadRoutingFacts(ctx: Context, campaignId: string, locale: string): Promise<RoutingFacts> {
  const [rules, countryRows, regionRows, offered] = await Promise.all([
    listRules(ctx, campaignId),
    ctx.db.select().from(countries),
    ctx.db.select({ code: regions.code, parentCode: regions.parentCode }).from(regions),
    listOfferedActions(ctx, campaignId, locale),
  ]);
  return {
    locale,
    rules,
    countries: new Map(countryRows.map((country) => [country.iso2, country])),
    parentRegions: new Map(regionRows.map((region) => [region.code, region.parentCode])),
    partnerActions: offered,
  };
}

async function listRules(ctx: Context, campaignId: string): Promise<RoutingRule[]> {
  const rows = await ctx.db
    .select({ rule: routingRules })
    .from(routingRules)
    .innerJoin(campaigns, eq(campaigns.hostId, routingRules.hostId))
    .where(
      and(eq(campaigns.id, campaignId), or(isNull(routingRules.campaignId), eq(routingRules.campaignId, campaignId))),
    );
  return rows.map(({ rule }) => ({
    key: rule.key,
    priority: rule.priority,
    isOfCampaign: rule.campaignId !== null,
    match: routingMatch.parse(rule.match),
    actions: rule.actions,
  }));
}

/** What partners ask for now. The campaign's own action is left out: who is routed has signed it. */
async function listOfferedActions(ctx: Context, campaignId: string, locale: string): Promise<OfferedAction[]> {
  const isOwn = eq(partnerActions.forCampaignId, campaignId);
  const rows = await ctx.db
    .select({
      action: partnerActions,
      partner: {
        name: partners.name,
        isSample: partners.isSample,
        website: partners.website,
        defaultLocale: partners.defaultLocale,
      },
      campaignSlug: campaigns.slug,
      text: partnerActionTranslations,
    })
    .from(partnerActions)
    .innerJoin(partners, eq(partners.id, partnerActions.partnerId))
    .innerJoin(partnerActionTranslations, eq(partnerActionTranslations.actionId, partnerActions.id))
    .leftJoin(campaigns, and(eq(campaigns.id, partnerActions.campaignId), eq(campaigns.status, "published")))
    .where(
      and(
        eq(partnerActions.status, "published"),
        eq(partners.status, "active"),
        or(isNull(partnerActions.forCampaignId), isOwn),
        or(isNull(partnerActions.startsAt), lte(partnerActions.startsAt, ctx.now())),
        or(isNull(partnerActions.endsAt), gt(partnerActions.endsAt, ctx.now())),
        // An action that leads to a page of this site needs the page.
        or(isNull(partnerActions.campaignId), and(eq(campaigns.status, "published"), ne(campaigns.id, campaignId))),
        or(
          isOwn,
          inArray(partnerActionTranslations.locale, wantedLocales(locale)),
          eq(partnerActionTranslations.locale, partners.defaultLocale),
        ),
      ),
    )
    .orderBy(partnerActionTranslations.locale);

  return groupBy(rows, (row) => row.action.id).flatMap((ofOne) => {
    const { action, partner, campaignSlug } = ofOne[0];
    const texts = ofOne.map((row) => row.text);
    return offeredAction({ action, partner, campaignSlug, texts }, locale) ?? [];
  });
}
