import { useTranslation } from "react-i18next";
import { EmptyState, Moment, PortalHeading } from "../portal-form";

interface Props {
  base: string;
  campaigns: {
    slug: string;
    name: string;
    nameLocale: string | null;
    partnerName: string | null;
    pending: number;
    confirmed: number;
    oldestHeldAt: Date | null;
    strikes: number;
  }[];
}

/** The campaigns, with the signatures that wait for somebody in each. */
export function ModerationPage({ base, campaigns }: Props) {
  const { t } = useTranslation("portal-trust");
  const total = campaigns.reduce((so, { pending, confirmed }) => so + pending + confirmed, 0);
  return (
    <>
      <PortalHeading title={t("moderation.title")} lead={t("moderation.lead")} />
      {total === 0 && (
        <EmptyState title={t("moderation.none")}>
          <p>{t("moderation.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="moderation-list">
        {campaigns.map((campaign) => (
          <li className="portal-card" key={campaign.slug}>
            <h2>
              <a href={`${base}/${campaign.slug}`} lang={campaign.nameLocale ?? undefined}>
                <bdi>{campaign.name}</bdi>
              </a>
            </h2>
            <p className="visually-muted">
              {campaign.partnerName === null ? t("moderation.hosts") : <bdi>{campaign.partnerName}</bdi>}
            </p>
            <p>
              <strong>{t("moderation.held", { count: campaign.pending + campaign.confirmed })}</strong>
              {campaign.confirmed > 0 && ` · ${t("moderation.confirmed", { count: campaign.confirmed })}`}
              {campaign.oldestHeldAt && (
                <>
                  {" · "}
                  {t("moderation.oldest")} <Moment at={campaign.oldestHeldAt} />
                </>
              )}
            </p>
            <p className="button-row">
              <a href={`${base}/${campaign.slug}?state=suspicious`}>{t("moderation.suspicious")}</a>
              <a href={`${base}/${campaign.slug}/strikes`}>
                {campaign.strikes > 0
                  ? t("moderation.strikesRunning", { count: campaign.strikes })
                  : t("moderation.strikes")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
