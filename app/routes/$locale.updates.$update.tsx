import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Article } from "~/components/article";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { getUpdate } from "~/domain/updates/get-update.server";
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
  const [principles, flagship] = await Promise.all([listPrinciples(ctx, locale), getFlagship(ctx, locale)]);
  const { title, locale: petitionLocale, dir } = flagship.petitionContent;
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
    campaign: { slug: flagship.slug, title, locale: petitionLocale, dir },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function UpdatePage() {
  return <Article {...useLoaderData<typeof loader>()} />;
}
