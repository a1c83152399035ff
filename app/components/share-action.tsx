import { useTranslation } from "react-i18next";
import { CopyField } from "./copy-field";
import { useLanguageAttributes } from "./in-language";

export interface ShareText {
  message: string;
  emailSubject: string;
  emailBody: string;
  locale: string;
  dir: "ltr" | "rtl";
  url: string;
}

/** Words to pass on, by mail or wherever a text can be pasted. No button of a third party, no counted link. */
export function ShareAction({ message, emailSubject, emailBody, url, ...text }: ShareText) {
  const { t } = useTranslation("take-action");
  const language = useLanguageAttributes();
  const filled = (template: string) => template.replaceAll("{{url}}", url);
  const mail = `mailto:?subject=${encodeURIComponent(emailSubject)}&body=${encodeURIComponent(filled(emailBody))}`;
  return (
    <section className="action" aria-labelledby="share-title">
      <h2 id="share-title">{t("share.title")}</h2>
      <p>{t("share.body")}</p>
      <CopyField id="share-text" label={t("share.label")} rows={3} value={filled(message)} {...language(text)} />
      <p>
        <a href={mail}>{t("share.email")}</a>
      </p>
    </section>
  );
}
