import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WherePage } from "~/components/where-page";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { signaturesByCountry } from "~/domain/where/signatures-by-country";
import { readWorldShapes } from "~/domain/where/world-shapes.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { alternatesBelow } from "~/http/sitemap";
import { campaignCard, socialPath } from "~/http/social-cards";

/** Where the signatures of a petition come from, as far as it may be told without telling of anybody. */
export const loader = forPage(async ({ context: { ctx, counts }, params, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const regions = counts.regions.current() ?? (await counts.regions.load());
  const published = regions.bySlug.get(campaign.slug) ?? {
    countries: {},
    usDistricts: {},
    unlisted: { countries: 0, usDistricts: 0 },
  };
  const { title, locale: language, dir } = campaign.petitionContent;
  return {
    title: `${i18n.t("where:title")} · ${campaign.content.name}`,
    description: i18n.t("where:description"),
    alternates: alternatesBelow(campaign, "/where"),
    socialImage: socialPath(locale, "campaign", campaign.slug, campaignCard(campaign)),
    campaign: { slug: campaign.slug, title, locale: language, dir },
    signatures: signaturesByCountry(published),
    world: readWorldShapes(),
    asOf: regions.asOf,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Where() {
  return <WherePage {...useLoaderData<typeof loader>()} />;
}
