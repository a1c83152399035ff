import { useTranslation } from "react-i18next";

interface Props {
  id: string;
  label: string;
  value: string;
  rows: number;
  lang?: string;
  dir?: string;
  /** Where the text is posted along with a form: the field's name and the form's id. */
  name?: string;
  form?: string;
}

/** A text to take along: selectable and editable as it is, with a button to copy it where a script runs. */
export function CopyField({ id, label, value, rows, lang, dir, name, form }: Props) {
  const { t } = useTranslation("site");
  return (
    <div className="field copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        form={form}
        rows={rows}
        defaultValue={value}
        lang={lang}
        dir={dir ?? "auto"}
        autoComplete="off"
      />
      <p className="copy-field__tools">
        <button
          type="button"
          className="button button--quiet button--small"
          hidden
          data-copy={id}
          data-copy-status={`${id}-status`}
          data-copied={t("copy.done")}
        >
          {t("copy.button")}
        </button>
        <span id={`${id}-status`} role="status" className="muted" />
      </p>
    </div>
  );
}
