import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TakeAction } from "~/components/take-action";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { routeSigner } from "~/domain/routing/route-signer.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { alternatesBelow } from "~/http/sitemap";
import { campaignCard, socialPath } from "~/http/social-cards";

export const handle = { islands: ["copy-text"] };

/** What somebody can do now, where they are. Without a country it asks for one. */
export const loader = forPage(async ({ context: { ctx, origin }, params, url, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const country = url.searchParams.get("country")?.trim().toUpperCase() ?? "";
  const region = url.searchParams.get("region")?.trim().toUpperCase() ?? null;
  const route =
    country === "" ? null : await routeSigner(ctx, { campaignId: campaign.id, country, subdivision: region, locale });
  return {
    title: `${i18n.t("take-action:title")} · ${campaign.content.name}`,
    description: i18n.t("take-action:description"),
    alternates: alternatesBelow(campaign, "/take-action"),
    socialImage: socialPath(locale, "campaign", campaign.slug, campaignCard(campaign)),
    campaign: { slug: campaign.slug, petitionContent: campaign.petitionContent },
    route,
    countries: listCountryOptions(locale),
    isConfirmed: url.searchParams.has("confirmed"),
    shareUrl: `${origin}/${locale}/campaigns/${campaign.slug}`,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function TakeActionPage() {
  return <TakeAction {...useLoaderData<typeof loader>()} />;
}
