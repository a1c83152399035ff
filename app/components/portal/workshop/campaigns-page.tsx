import { useTranslation } from "react-i18next";
import type { CampaignLine } from "~/domain/workshop/list-own-campaigns.server";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";
import { EmptyState, Moment, PortalHeading } from "../portal-form";
import { CampaignStateTag } from "./campaign-state";

interface Props {
  /** `/portal/{organization}/campaigns` */
  path: string;
  campaigns: CampaignLine[];
  /** How many requests wait for the host; null for partners. */
  waiting: number | null;
  mayCreate: boolean;
}

/** The campaigns of an organization; of all of them, for the host. */
export function CampaignsPage({ path, campaigns, waiting, mayCreate }: Props) {
  const { t } = useTranslation("portal-workshop");
  return (
    <>
      <PortalHeading title={t("title")} lead={t("list.lead")}>
        {mayCreate && (
          <a className="button" href={`${path}/new`}>
            {t("list.new")}
          </a>
        )}
      </PortalHeading>
      {waiting !== null && (
        <p className={waiting > 0 ? "warning-note" : "visually-muted"}>
          <a href={`${path}/approvals`}>{t("list.waiting", { count: waiting })}</a>
        </p>
      )}
      {campaigns.length === 0 && (
        <EmptyState title={t("list.none")}>
          <p>{t("list.noneBody")}</p>
          <ol>
            <li>{t("list.steps.template")}</li>
            <li>{t("list.steps.text")}</li>
            <li>{t("list.steps.second")}</li>
          </ol>
          {mayCreate && (
            <p>
              <a className="button" href={`${path}/new`}>
                {t("list.first")}
              </a>
            </p>
          )}
        </EmptyState>
      )}
      <ul className="member-list">
        {campaigns.map((campaign) => (
          <Line key={campaign.slug} path={path} {...campaign} />
        ))}
      </ul>
    </>
  );
}

function Line({
  path,
  slug,
  title,
  locale,
  state,
  partnerName,
  count,
  goal,
  ...line
}: CampaignLine & { path: string }) {
  const { t, i18n } = useTranslation("portal-workshop");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <li className="portal-card campaign-line">
      <h2>
        <a href={`${path}/${encodeURIComponent(slug)}`} lang={locale} dir={textDirection(locale)}>
          {title}
        </a>
      </h2>
      <p>
        <CampaignStateTag state={state} />{" "}
        {line.changesWait && <span className="state-tag">{t("list.changesWait")}</span>}{" "}
        {partnerName && <bdi className="visually-muted">{partnerName}</bdi>}
      </p>
      <p>
        {t("list.signatures", { count, shown: number.format(count), goal: number.format(goal) })}
        <progress className="campaign-line__progress" value={Math.min(count, goal)} max={goal} aria-hidden="true" />
      </p>
      <p className="visually-muted">
        {line.publishAt && state === "scheduled" && (
          <>
            {t("list.publishAt")} <Moment at={line.publishAt} timeZone={line.timeZone} /> ·{" "}
          </>
        )}
        {line.closesAt && (
          <>
            {state === "over" || state === "archived" ? t("list.closed") : t("list.closes")}{" "}
            <Moment at={line.closesAt} timeZone={line.timeZone} /> ·{" "}
          </>
        )}
        {line.locales.map(({ locale: one, isPublished }, at) => (
          <span key={one}>
            {at > 0 && ", "}
            {languageName(one, i18n.language)}
            {!isPublished && ` (${t("list.notPublished")})`}
          </span>
        ))}
      </p>
    </li>
  );
}
