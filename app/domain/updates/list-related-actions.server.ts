import type { Context } from "~/domain/context";
import { loadRoutingFacts } from "~/domain/routing/load-routing-facts.server";
import type { PartnerActionItem } from "~/domain/routing/routed-action";

/** What a partner asks people in its countries to do. */
export type RelatedAction = PartnerActionItem & { countries: readonly string[] };

/** Below an article, more would hide the petition. */
const MOST_ACTIONS = 3;

/**
 * What partners ask for about an article's principles, in its countries where it names any: what shares most principles
 * with it comes first, then what is pinned, then the newest.
 * @param campaignId whose petition stands at the article's end already
 */
export async function listRelatedActions(
  ctx: Context,
  campaignId: string,
  locale: string,
  article: { countries: readonly string[]; principles: readonly string[] },
): Promise<RelatedAction[]> {
  const { partnerActions } = await loadRoutingFacts(ctx, campaignId, locale);
  const isThere = ({ countries, isWorldwide }: { countries: readonly string[]; isWorldwide: boolean }) =>
    isWorldwide || article.countries.length === 0 || countries.some((one) => article.countries.includes(one));
  return partnerActions
    .map((offered) => ({
      ...offered,
      shared: offered.item.principles.filter((slug) => article.principles.includes(slug)).length,
    }))
    .filter((offered) => offered.shared > 0 && isThere(offered))
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        Number(b.isPinned) - Number(a.isPinned) ||
        b.publishedAt.getTime() - a.publishedAt.getTime() ||
        (a.item.slug < b.item.slug ? -1 : 1),
    )
    .slice(0, MOST_ACTIONS)
    .map(({ item, countries }) => ({ ...item, countries }));
}
