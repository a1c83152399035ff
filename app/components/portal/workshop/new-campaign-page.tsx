import { useTranslation } from "react-i18next";
import { templateKeys } from "~/domain/workshop/templates/template";
import { ErrorSummary } from "../../error-summary";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, PortalHeading } from "../portal-form";
import { LanguageField } from "./language-field";

interface Props {
  /** `/portal/{organization}/campaigns` */
  path: string;
  /** Of the page. */
  locale: string;
  sent: { errors: Record<string, string>; values: Record<string, string> } | null;
}

/** Begins a campaign: a template, a title and the language that it is written in. */
export function NewCampaignPage({ path, locale, sent }: Props) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const typed = (field: string) => sent?.values[field];
  const templateError = errorOf("template");
  return (
    <>
      <PortalHeading title={t("create.title")} lead={t("create.lead")}>
        <a className="button button--quiet" href={path}>
          {t("title")}
        </a>
      </PortalHeading>
      <ErrorSummary errors={summary} />
      <DeedForm intent="create" className="portal-card workshop-form">
        <fieldset
          id="template"
          className={templateError ? "field field--faulty" : "field"}
          aria-describedby={templateError ? "template-error" : undefined}
        >
          <legend>{t("create.template")}</legend>
          {templateError && (
            <p className="field__error" id="template-error">
              {templateError}
            </p>
          )}
          {templateKeys.map((key) => (
            <label className="check" key={key} htmlFor={`template-${key}`}>
              <input
                type="radio"
                id={`template-${key}`}
                name="template"
                value={key}
                defaultChecked={(typed("template") ?? templateKeys[0]) === key}
              />
              <span>
                <strong>{t(`templates.${key}.name`)}</strong>
                <br />
                {t(`templates.${key}.about`)}
              </span>
            </label>
          ))}
        </fieldset>
        <LanguageField
          label={t("create.locale")}
          hint={t("create.localeHint")}
          error={errorOf("locale")}
          chosen={typed("locale") ?? locale}
        />
        <TextField
          id="title"
          label={t("create.petition")}
          hint={t("create.petitionHint")}
          error={errorOf("title")}
          defaultValue={typed("title")}
          maxLength={200}
          dir="auto"
        />
        <TextField
          id="slug"
          label={t("create.slug")}
          hint={t("create.slugHint")}
          error={errorOf("slug")}
          defaultValue={typed("slug")}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          dir="ltr"
        />
        <button type="submit" className="button">
          {t("create.button")}
        </button>
      </DeedForm>
    </>
  );
}
