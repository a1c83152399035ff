import { useTranslation } from "react-i18next";

/** Names every fault of a form and leads to its field. Takes the focus when the page opens. */
export function ErrorSummary({ errors }: { errors: { field: string; message: string }[] }) {
  const { t } = useTranslation("site");
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the faults are what the reader must hear first
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus>
      <h2 id="error-summary-title">{t("form.errorSummary", { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
