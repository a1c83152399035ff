import { useTranslation } from "react-i18next";
import { useSite } from "./site-context";

/** Says beside a form, before anybody types, that it can't be sent at the moment. */
export function ReadOnlyNotice() {
  const { t } = useTranslation("site");
  const { isReadOnly } = useSite();
  return isReadOnly ? <p className="notice">{t("readOnly.form")}</p> : null;
}
