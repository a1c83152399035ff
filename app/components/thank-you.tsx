import { useTranslation } from "react-i18next";

/** Thanks somebody who has just confirmed. */
export function ThankYou() {
  const { t } = useTranslation("confirm");
  return (
    <div className="thanks" role="status">
      <p className="thanks__title">{t("thanks.title")}</p>
      <p>{t("thanks.body")}</p>
    </div>
  );
}
