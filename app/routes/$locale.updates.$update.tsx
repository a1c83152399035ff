import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Article } from "~/components/article";
import { getCampaignOrFlagship } from "~/domain/campaigns/get-campaign.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { getUpdate } from "~/domain/updates/get-update.server";
import { listRelatedActions } from "~/domain/updates/list-related-actions.server";
import { movedTo } from "~/http/moved";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { alternatesOf } from "~/http/sitemap";
import { socialPath, updateCard } from "~/http/social-cards";
import { articleData, breadcrumbData } from "~/http/structured-data";

/** One article. An address that it had before leads to the one it has now. */
export const loader = forPage(async ({ context: { ctx, origin }, params, url, locale, i18n }) => {
  const update = await getUpdate(ctx, params.update ?? "", locale);
  if (update.slug !== params.update) throw movedTo(`/${locale}/updates/${update.slug}`, url);
  const [principles, campaign] = await Promise.all([
    listPrinciples(ctx, locale),
    getCampaignOrFlagship(ctx, update.campaignId, locale),
  ]);
  const actions = await listRelatedActions(ctx, campaign.id, locale, update);
  const { title, locale: petitionLocale, dir } = campaign.petitionContent;
  const path = `/${locale}/updates/${update.slug}`;
  const article = articleData(origin, path, update);
  const way = breadcrumbData(origin, [
    { name: i18n.t("updates:title"), path: `/${locale}/updates` },
    { name: update.text.title, path },
  ]);
  return {
    title: `${update.text.title} · Privacy for All`,
    description: update.text.dek,
    isArticle: true,
    socialImage: socialPath(locale, "update", update.key, updateCard(update, i18n.t)),
    alternates: alternatesOf({ kind: "update", slugs: update.slugs }),
    structured: update.text.locale === locale ? [article, way] : [],
    update,
    principles: principles.filter(({ slug }) => update.principles.includes(slug)),
    campaign: { slug: campaign.slug, address: campaign.address, title, locale: petitionLocale, dir },
    actions,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function UpdatePage() {
  return <Article {...useLoaderData<typeof loader>()} />;
}
