import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguageAttributes } from "~/components/in-language";
import { OrganizationName } from "~/components/organization-name";
import { useLocale } from "~/components/use-locale";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** All campaigns. */
export const loader = forPage(async ({ context: { ctx }, locale, i18n }) => ({
  title: `${i18n.t("site:campaigns.title")} · Privacy for All`,
  description: i18n.t("site:campaigns.body"),
  campaigns: await listCampaigns(ctx, locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function CampaignsPage() {
  const { campaigns } = useLoaderData<typeof loader>();
  const { t } = useTranslation("site");
  const locale = useLocale();
  const language = useLanguageAttributes();
  return (
    <div className="page">
      <div className="section__head">
        <h1>{t("campaigns.title")}</h1>
        <p className="lead">{t("campaigns.body")}</p>
      </div>
      <ul className="cards cards--two list-plain">
        {campaigns.map((campaign) => (
          <li className="card" key={campaign.id}>
            {campaign.partner && (
              <p className="card__meta">
                <OrganizationName {...campaign.partner} />
              </p>
            )}
            <h2 className="card__title" {...language(campaign)}>
              <a href={`/${locale}/campaigns/${campaign.slug}`}>{campaign.title}</a>
            </h2>
            <p {...language(campaign)}>{campaign.summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
