import { useTranslation } from "react-i18next";

interface Props {
  maySubmit: boolean;
}

/** Stays in sight above the fields: the buttons, and what was kept when. The script beside it fills in the latter. */
export function TextBar({ maySubmit }: Props) {
  const { t } = useTranslation("portal-texts");
  return (
    <div className="text-bar">
      <div className="button-row">
        <button type="submit" name="intent" value="save" className="button button--small">
          {t("bar.save")}
        </button>
        {maySubmit && (
          <button type="submit" name="intent" value="submit" className="button button--small button--quiet">
            {t("bar.submit")}
          </button>
        )}
      </div>
      <p
        className="text-bar__status"
        role="status"
        data-status
        data-saved={t("bar.saved")}
        data-unfinished={t("bar.unfinished")}
        data-conflict={t("bar.conflict")}
        data-failed={t("bar.failed")}
        data-signed-out={t("bar.signedOut")}
      />
    </div>
  );
}
