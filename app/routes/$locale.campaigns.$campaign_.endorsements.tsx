import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EndorsementsPage } from "~/components/endorsements-page";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { readEndorsementSearch, searchEndorsements } from "~/domain/endorsements/list-public-endorsements.server";
import { countryName } from "~/domain/regions/country-names";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** Who stands under a campaign in public, to be searched and filtered. */
export const loader = forPage(async ({ context: { ctx }, params, url, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const search = readEndorsementSearch(url.searchParams);
  const { countries, ...found } = await searchEndorsements(ctx, campaign.id, search);
  const { compare } = new Intl.Collator(locale);
  return {
    title: `${i18n.t("endorse:list.title")} · ${campaign.content.name}`,
    // What somebody looks for is their own.
    isPrivate: url.search !== "",
    campaign: { slug: campaign.slug, petitionContent: campaign.petitionContent },
    ...found,
    search,
    countries: countries
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => compare(a.name, b.name)),
  };
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Endorsements() {
  return <EndorsementsPage {...useLoaderData<typeof loader>()} />;
}
