import { useTranslation } from "react-i18next";
import { DraftNote } from "./draft-note";
import { useLanguageAttributes } from "./in-language";
import { OrganizationName } from "./organization-name";
import { useLocale } from "./use-locale";

interface Props {
  campaigns: {
    id: string;
    slug: string;
    partner: { name: string; isSample: boolean } | null;
    title: string;
    summary: string;
    locale: string;
    dir: "ltr" | "rtl";
    status: string;
    isStale: boolean;
  }[];
}

/** All campaigns, each with its petition's title in the language that suits the reader best. */
export function CampaignList({ campaigns }: Props) {
  const { t } = useTranslation("site");
  const locale = useLocale();
  const language = useLanguageAttributes();
  return (
    <div className="page">
      <div className="section__head">
        <h1>{t("campaigns.title")}</h1>
        <p className="lead">{t("campaigns.body")}</p>
      </div>
      <DraftNote texts={campaigns} />
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
