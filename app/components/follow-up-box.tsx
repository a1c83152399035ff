import { useTranslation } from "react-i18next";

/** The yes to one mail after two weeks. Never ticked by us. */
export function FollowUpBox({ isTicked = false, error }: { isTicked?: boolean; error?: string | undefined }) {
  const { t } = useTranslation("deliver");
  return (
    <div className={error ? "follow-up-box field--faulty" : "follow-up-box"}>
      {error && (
        <p className="field__error" id="wantsFollowUp-error">
          {error}
        </p>
      )}
      <label className="check">
        <input
          type="checkbox"
          id="wantsFollowUp"
          name="wantsFollowUp"
          value="yes"
          defaultChecked={isTicked}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? "wantsFollowUp-error wantsFollowUp-hint" : "wantsFollowUp-hint"}
        />
        <span>{t("followUp.box")}</span>
      </label>
      <p className="field__hint" id="wantsFollowUp-hint">
        {t("followUp.boxHint")}
      </p>
    </div>
  );
}
