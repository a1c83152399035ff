import { useTranslation } from "react-i18next";
import type { CallPageProps } from "./call-page";
import { FollowUpForm } from "./follow-up-form";
import { ShareAction } from "./share-action";
import { useLocale } from "./use-locale";

/** After the last office: what was reached, what is left, and what else helps. */
export function CallFinished({ campaign, view, query, share }: CallPageProps) {
  const { t } = useTranslation("calls");
  const { t: words } = useTranslation("lawmakers");
  const base = `/${useLocale()}/campaigns/${campaign.slug}/lawmakers`;
  return (
    <>
      <h1>{t(view.reached > 0 ? "finish.thanks" : "finish.title")}</h1>
      <p className="lead">{t("reached", { reached: view.reached, count: view.offices.length })}</p>
      <ul className="call-offices">
        {view.offices.map(({ office, name, isReached }) => (
          <li key={office}>
            {name ? <bdi lang="en">{name}</bdi> : words("vacant.title")}{" "}
            {isReached ? (
              <span className="muted">{t("states.called")}</span>
            ) : (
              <a href={`${base}/call?${query}&office=${office}`}>{t("finish.callNow")}</a>
            )}
          </li>
        ))}
      </ul>
      <section className="action" aria-labelledby="write-title">
        <h2 id="write-title">{t("finish.writeTitle")}</h2>
        <p>{t("finish.writeBody")}</p>
        <p>
          <a className="button" href={`${base}/write?${query}`}>
            {t("finish.write")}
          </a>
        </p>
      </section>
      <FollowUpForm
        campaign={campaign}
        offices={view.offices.filter(({ isReached, name }) => isReached && name !== null).map(({ office }) => office)}
      />
      <ShareAction {...share} />
      <p>
        <a href={`${base}?${query}`}>{t("toOverview")}</a>
      </p>
    </>
  );
}
