import { useTranslation } from "react-i18next";
import { EndorsementEntry, type EndorsementShown } from "./endorsement-entry";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

type Props =
  | { slug: string; state: "removed" | "expired" }
  | {
      slug: string;
      state: "confirmed" | "approved" | "rejected" | "hidden";
      entry: EndorsementShown;
      email: string | null;
      reason: string;
    };

/** An entry as its author sees it, and the way out. */
export function ManageEndorsement(props: Props) {
  const { t } = useTranslation("endorse");
  const locale = useLocale();
  if (!("entry" in props)) {
    const { slug, state } = props;
    return (
      <div className="page page--narrow">
        <h1>{t(`manage.${state}.title`)}</h1>
        <p className="lead">{t(`manage.${state}.body`)}</p>
        {state === "expired" && (
          <p>
            <a className="button" href={`/${locale}/campaigns/${slug}/endorsements/remove`}>
              {t("list.ownLink")}
            </a>
          </p>
        )}
      </div>
    );
  }
  const { state, entry, email, reason } = props;
  return (
    <div className="page page--narrow">
      <h1>{t("manage.title")}</h1>
      <p className="lead">{t(`manage.states.${state}`)}</p>
      <div className="card">
        <EndorsementEntry {...entry} />
      </div>
      <dl className="facts">
        {reason !== "" && (
          <div>
            <dt>{t("manage.reason")}</dt>
            <dd dir="auto">{reason}</dd>
          </div>
        )}
        {email && (
          <div>
            <dt>{t("manage.email")}</dt>
            <dd>
              <bdi>{email}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <section className="panel" aria-labelledby="remove-title">
        <h2 id="remove-title">{t("manage.remove.title")}</h2>
        <p>{t("manage.remove.body")}</p>
        <form method="post">
          <ReadOnlyNotice />
          <button className="button button--quiet" type="submit">
            {t("manage.remove.button")}
          </button>
        </form>
      </section>
    </div>
  );
}
