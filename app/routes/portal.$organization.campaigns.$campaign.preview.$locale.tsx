import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CampaignPage } from "~/components/campaign-page";
import { Landing } from "~/components/landing";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { publicCount } from "~/domain/counting/counts-source.server";
import { firstEndorsements } from "~/domain/endorsements/list-public-endorsements.server";
import { DomainError } from "~/domain/errors";
import { listPartners, listSignFormPartners } from "~/domain/partners/list-partners.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { listLatestUpdates } from "~/domain/updates/list-updates.server";
import { getCampaignPreview } from "~/domain/workshop/campaign-preview.server";
import { brandMeta } from "~/http/brand-meta";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage } from "~/http/portal/portal-page.server";
import { previewHeaders } from "~/http/security-headers.server";
import { previewLocaleOf } from "~/i18n/portal-locales";

const LATEST_UPDATES = 3;

/** A campaign as its readers would see it with what is drafted, by the components of the public page. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, params, url, i18n } = page;
  const locale = previewLocaleOf(url.pathname) ?? params.locale ?? "";
  const campaign = await getCampaignPreview(ctx, actor, params.campaign ?? "", locale);
  const { count } = await publicCount(page.context.counts, campaign.id);
  return data(
    {
      title: i18n.t("portal-texts:preview.pageTitle", { title: campaign.petitionContent.title }),
      isPrivate: true,
      campaign,
      count,
      landing: url.searchParams.get("page") === "landing" ? await aroundLanding(page, locale, campaign.content) : null,
      petition: await aroundPetition(page, locale, campaign.id),
      pictureBase: `${base}/campaigns/${campaign.slug}`,
    },
    { headers: previewHeaders },
  );
});

async function aroundPetition({ ctx, context }: PortalPage, locale: string, campaignId: string) {
  return {
    partners: await listSignFormPartners(ctx, campaignId, locale),
    wordings: await listConsentWordings(ctx, locale, campaignId),
    endorsements: await firstEndorsements(ctx, campaignId),
    countries: listCountryOptions(locale),
    unconfirmedDays: UNCONFIRMED_DAYS,
    gpc: context.gpc,
  };
}

/** @throws {DomainError} notFound where the campaign has no such page */
async function aroundLanding({ ctx }: PortalPage, locale: string, content: { landing: unknown }) {
  if (content.landing === null) throw new DomainError("notFound");
  return {
    principles: await listPrinciples(ctx, locale),
    updates: await listLatestUpdates(ctx, locale, LATEST_UPDATES),
    partners: await listPartners(ctx, locale),
  };
}

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  ...pageMeta(facts),
  ...brandMeta(facts?.campaign.branding.colour),
];

export default function Preview() {
  const { campaign, count, landing, petition, pictureBase } = useLoaderData<typeof loader>();
  if (landing) return <Landing campaign={campaign} count={count} {...landing} />;
  return (
    <CampaignPage
      campaign={campaign}
      count={count}
      {...petition}
      pictureBase={pictureBase}
      isOpen
      isBeforeOpening={false}
      signing="open"
      week={null}
      antiBot={{ stamp: "", challengeUrl: null }}
      source={null}
      values={null}
      errors={null}
    />
  );
}
