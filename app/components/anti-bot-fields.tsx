import { useTranslation } from "react-i18next";
import { antiBotFields } from "~/domain/abuse/anti-bot-fields";

export interface AntiBot {
  /** See `stampForm`. */
  stamp: string;
  /** Where a browser gets its work from, while the petition is under attack. */
  challengeUrl: string | null;
}

/** What tells robots from people; people don't see it. It works without script, and refuses nobody. */
export function AntiBotFields({ stamp, challengeUrl }: AntiBot) {
  const { t } = useTranslation("sign");
  return (
    <>
      <input type="hidden" name={antiBotFields.stamp} value={stamp} />
      <div className="visually-hidden" aria-hidden="true">
        <label htmlFor={antiBotFields.honeypot}>{t("leaveEmpty")}</label>
        <input type="text" id={antiBotFields.honeypot} name={antiBotFields.honeypot} tabIndex={-1} autoComplete="off" />
      </div>
      {challengeUrl && (
        <>
          <input type="hidden" name={antiBotFields.proof} data-proof />
          <p
            className="field__hint"
            role="status"
            data-proof-status
            data-working={t("proof.working")}
            data-done={t("proof.done")}
          />
        </>
      )}
    </>
  );
}
