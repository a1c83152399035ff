import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { DeedForm, PortalHeading } from "../portal-form";
import { SettingsFields, WordsFields } from "./mailing-fields";

interface Props {
  /** `/portal/{organization}/mailings` */
  base: string;
  campaigns: { id: string; title: string }[];
  /** Of the page. */
  locale: string;
  /** That the organization gave last. */
  postalAddress: string;
  /** Makes two posts of one form one mailing. */
  formKey: string;
  sent: { errors: Record<string, string>; values: Record<string, string> } | null;
}

/** Begins an update: what it is called, to whom it goes, and its words in one language. */
export function NewMailingPage({ base, campaigns, locale, postalAddress, formKey, sent }: Props) {
  const { t } = useTranslation("portal-mailings");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const values = sent?.values ?? { source: locale, postalAddress };
  return (
    <>
      <p>
        <a href={base}>{t("title")}</a>
      </p>
      <PortalHeading title={t("new.title")} lead={t("new.lead")} />
      <ErrorSummary errors={summary} />
      <section className="portal-card mailing-form" aria-label={t("new.title")}>
        <DeedForm intent="create">
          <input type="hidden" name="key" value={values.key ?? formKey} />
          <SettingsFields values={values} errorOf={errorOf} campaigns={campaigns} />
          <WordsFields values={values} errorOf={errorOf} locale={null} />
          <button type="submit" className="button">
            {t("new.button")}
          </button>
          <p className="visually-muted">{t("new.after")}</p>
        </DeedForm>
      </section>
    </>
  );
}
