import { useTranslation } from "react-i18next";
import { ReadOnlyNotice } from "./read-only-notice";

interface Props {
  state: "open" | "done" | "expired" | "unknown";
}

/** The way out of our mail, which is not the way out of a signature. */
export function Unsubscribe({ state }: Props) {
  const { t } = useTranslation("unsubscribe");
  const { t: confirm } = useTranslation("confirm");
  const isOurs = state === "open" || state === "done";
  return (
    <div className="page page--narrow">
      <h1>{t(`${state}.title`)}</h1>
      <p className="lead">{t(`${state}.body`)}</p>
      {state === "done" && <p>{t("done.undo")}</p>}
      {state === "open" && (
        <form method="post">
          <ReadOnlyNotice />
          <button className="button button--large" type="submit">
            {t("open.button")}
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
