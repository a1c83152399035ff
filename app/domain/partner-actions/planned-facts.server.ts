import { inArray } from "drizzle-orm";
import { revisionFields } from "~db/schema/content/revision-fields";
import type { RoutingPlan } from "~db/schema/content/routing-plan";
import { partnerActions } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import { textStatus } from "../content/text-status";
import type { Context } from "../context";
import { loadRoutingFacts } from "../routing/load-routing-facts.server";
import { offeredAction } from "../routing/offered-action";
import type { OfferedAction, RoutingFacts } from "../routing/routing-facts";
import { type ActionTexts, findActionTexts, newestTexts } from "./action-texts.server";
import { rulesOf } from "./routing-plan.server";

/**
 * What routing will know once all that is planned is public: the campaign's actions with their newest texts, and its rules,
 * among everything else as it is.
 */
export async function plannedFacts(
  ctx: Context,
  campaignId: string,
  plan: RoutingPlan,
  locale: string,
): Promise<RoutingFacts> {
  const facts = await loadRoutingFacts(ctx, campaignId, locale);
  const planned = rulesOf(plan).map(({ key, priority, match, actions }) => ({
    ...{ key, priority, match, actions },
    isOfCampaign: true,
  }));
  const lowest = Math.min(...planned.map(({ priority }) => priority), 1_000);
  return {
    ...facts,
    rules: [...facts.rules.filter((rule) => !rule.isOfCampaign || rule.priority < lowest), ...planned],
    partnerActions: [
      ...facts.partnerActions.filter(({ position }) => position === null),
      ...(await offeredAsPlanned(ctx, plan, locale)),
    ],
  };
}

async function offeredAsPlanned(ctx: Context, plan: RoutingPlan, locale: string): Promise<OfferedAction[]> {
  const now = ctx.now().toISOString();
  const current = plan.actions
    .map((action, position) => ({ ...action, position }))
    .filter(({ isRetired, startsAt, endsAt }) => !isRetired && (startsAt ?? "") <= now && (endsAt ?? "9") > now);
  if (current.length === 0) return [];
  const ids = current.map(({ id }) => id);
  const rows = await ctx.db.select().from(partnerActions).where(inArray(partnerActions.id, ids));
  const whose = await ctx.db
    .select()
    .from(partners)
    .where(
      inArray(
        partners.id,
        rows.map(({ partnerId }) => partnerId),
      ),
    );
  const texts = await findActionTexts(
    ctx,
    current.map(({ slug }) => slug),
  );
  return current.flatMap(({ id, slug, link, countries, isWorldwide, position, kind }) => {
    const row = rows.find((one) => one.id === id);
    const partner = whose.find((one) => one.id === row?.partnerId);
    const known = texts.get(slug);
    if (row === undefined || partner === undefined || known === undefined) return [];
    const action = { ...row, kind, link, countries, isWorldwide, position };
    return offeredAction({ action, partner, campaignSlug: null, texts: asShown(known) }, locale) ?? [];
  });
}

function asShown(texts: ActionTexts) {
  return newestTexts(texts).map((revision) => ({
    locale: revision.locale,
    status: textStatus(revision, revision.locale === texts.item.sourceLocale),
    isStale: false,
    ...revisionFields.partner_action.parse(revision.fields),
  }));
}
