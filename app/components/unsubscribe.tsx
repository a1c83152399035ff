import { useTranslation } from "react-i18next";
import { ReadOnlyNotice } from "./read-only-notice";

interface Props {
  state: "open" | "done" | "expired" | "unknown";
  /** The partner whose mail it was; null for the host's. */
  organization: string | null;
}

/** The way out of our mail, which is not the way out of a signature. */
export function Unsubscribe({ state, organization }: Props) {
  const { t } = useTranslation("unsubscribe");
  const { t: confirm } = useTranslation("confirm");
  const isOurs = state === "open" || state === "done";
  const isPartners = organization !== null && isOurs;
  return (
    <div className="page page--narrow">
      <h1>{isPartners ? t(`partner.${state}.title`, { organization }) : t(`${state}.title`)}</h1>
      <p className="lead">{isPartners ? t(`partner.${state}.body`, { organization }) : t(`${state}.body`)}</p>
      {state === "done" && organization === null && <p>{t("done.undo")}</p>}
      {state === "open" && (
        <form method="post">
          <ReadOnlyNotice />
          <button className="button button--large" type="submit">
            {isPartners ? t("partner.open.button") : t("open.button")}
          </button>
        </form>
      )}
      {isOurs && (
        <section className="panel" aria-labelledby="signature-title">
          <h2 id="signature-title">{t("signature.title")}</h2>
          <p>{t("signature.body", { choice: confirm("withdraw.summary") })}</p>
        </section>
      )}
    </div>
  );
}
