import { useTranslation } from "react-i18next";
import { exportReasons } from "~/domain/exports/export-form";
import { exportColumns } from "~db/schema/exports";
import { TextField } from "../field";
import { DeedForm } from "./portal-form";
import { SelectField } from "./select-field";

interface Props {
  /** Makes two posts of one form one wish. */
  formKey: string;
  campaigns: { id: string; title: string }[];
  /** Public keys that the file will be encrypted to. */
  keys: number;
  errorOf(field: string): string | undefined;
  values: Record<string, string>;
  /** Those that were ticked; null before anything was sent, when none is. */
  columns: readonly string[] | null;
}

/** Asks for a file: of whom, with what, and why. */
export function ExportForm({ formKey, campaigns, keys, errorOf, values, columns }: Props) {
  const { t } = useTranslation("portal-supporters");
  const chosen = columns ?? [];
  const columnsError = errorOf("columns");
  return (
    <section className="portal-card" aria-labelledby="ask-title">
      <h2 id="ask-title">{t("exports.ask")}</h2>
      <DeedForm intent="request">
        <input type="hidden" name="key" value={formKey} />
        <p className="field__hint">{t("exports.form.periodHint")}</p>
        <div className="export-form__fields">
          <SelectField
            id="campaign"
            label={t("exports.form.campaign")}
            error={errorOf("campaign")}
            defaultValue={values.campaign ?? ""}
            options={[
              { value: "", label: t("exports.everyCampaign") },
              ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <TextField
            id="from"
            type="date"
            label={t("exports.form.from")}
            error={errorOf("from")}
            defaultValue={values.from}
          />
          <TextField
            id="until"
            type="date"
            label={t("exports.form.until")}
            error={errorOf("until")}
            defaultValue={values.until}
          />
        </div>
        <fieldset id="columns" aria-describedby={columnsError ? "columns-error columns-hint" : "columns-hint"}>
          <legend>{t("exports.form.columns")}</legend>
          <p className="field__hint" id="columns-hint">
            {t("exports.form.columnsHint")}
          </p>
          {columnsError && (
            <p className="field__error" id="columns-error">
              {columnsError}
            </p>
          )}
          <div className="export-form__columns">
            {exportColumns.map((column) => (
              <label className="check" key={column} htmlFor={`column-${column}`}>
                <input
                  type="checkbox"
                  id={`column-${column}`}
                  name="columns"
                  value={column}
                  defaultChecked={chosen.includes(column)}
                />
                <span>{t(`exports.columns.${column}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="check" htmlFor="mark">
          <input type="checkbox" id="mark" name="mark" value="on" defaultChecked={values.mark === "on"} />
          <span>{t("exports.form.mark")}</span>
        </label>
        <div className="export-form__fields">
          <SelectField
            id="reason"
            label={t("exports.form.reason")}
            error={errorOf("reason")}
            defaultValue={values.reason ?? ""}
            options={[
              { value: "", label: t("exports.form.choose") },
              ...exportReasons.map((reason) => ({ value: reason, label: t(`exports.reasons.${reason}`) })),
            ]}
          />
          <TextField
            id="note"
            label={t("exports.form.note")}
            error={errorOf("note")}
            defaultValue={values.note}
            autoComplete="off"
            maxLength={200}
          />
        </div>
        <p className={keys > 0 ? "done-note" : "warning-note"}>
          {keys > 0 ? t("exports.form.encrypted", { count: keys }) : t("exports.form.plain")}
        </p>
        <button type="submit" className="button">
          {t("exports.form.button")}
        </button>
      </DeedForm>
    </section>
  );
}
