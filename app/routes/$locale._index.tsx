import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Landing } from "~/components/landing";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { publicCount } from "~/domain/counting/counts-source.server";
import { listPartners } from "~/domain/partners/list-partners.server";
import { listLatestUpdates } from "~/domain/updates/list-updates.server";
import { inItsLocales } from "~/http/alternates";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { campaignCard, socialPath } from "~/http/social-cards";
import { faqData, organizationData } from "~/http/structured-data";

const LATEST_UPDATES = 3;

/** The landing page of the flagship campaign. */
export const loader = forPage(async ({ context: { ctx, counts, origin }, locale }) => {
  const campaign = await getFlagship(ctx, locale);
  const [principles, updates, partners, { count }] = await Promise.all([
    listPrinciples(ctx, locale),
    listLatestUpdates(ctx, locale, LATEST_UPDATES),
    listPartners(ctx, locale),
    publicCount(counts, campaign.id),
  ]);
  const { title, description } = campaign.content.seo;
  const { landing, locale: language } = campaign.content;
  return {
    title,
    description,
    socialImage: socialPath(locale, "campaign", campaign.slug, campaignCard(campaign)),
    alternates: inItsLocales(campaign.translations, () => ""),
    structured: [organizationData(origin), ...(landing ? [faqData(language, landing.faq)] : [])],
    campaign,
    principles,
    updates,
    partners,
    count,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LandingPage() {
  return <Landing {...useLoaderData<typeof loader>()} />;
}
