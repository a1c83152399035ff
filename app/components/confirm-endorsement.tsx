import { useTranslation } from "react-i18next";
import { EndorsementEntry, type EndorsementShown } from "./endorsement-entry";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

interface Props {
  state: "open" | "done" | "expired";
  slug: string;
  entry: EndorsementShown;
}

/** What a mailed link would put under a campaign: all that everybody will see, before the button is pressed. */
export function ConfirmEndorsement({ state, slug, entry }: Props) {
  const { t } = useTranslation("endorse");
  const locale = useLocale();
  return (
    <div className="page page--narrow">
      <h1>{t(`confirm.${state}.title`)}</h1>
      <p className="lead">{t(`confirm.${state}.body`)}</p>
      {state !== "expired" && (
        <div className="card">
          <EndorsementEntry {...entry} />
        </div>
      )}
      {state === "open" && (
        <form method="post">
          <ReadOnlyNotice />
          <p>
            <button className="button button--large" type="submit">
              {t("confirm.open.button")}
            </button>
          </p>
          <p className="muted">{t("confirm.open.note")}</p>
        </form>
      )}
      {state === "expired" && (
        <p>
          <a className="button" href={`/${locale}/campaigns/${slug}/endorse`}>
            {t("confirm.toForm")}
          </a>
        </p>
      )}
    </div>
  );
}
