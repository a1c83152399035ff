import { useTranslation } from "react-i18next";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";

/** Asks for a ZIP code, which is used to find the offices and kept nowhere. */
export function ZipForm({
  action,
  zip,
  error,
}: {
  action: string;
  zip?: string | undefined;
  error?: string | undefined;
}) {
  const { t } = useTranslation("lawmakers");
  return (
    <form method="get" action={action} className="inline-form" noValidate>
      {error && <ErrorSummary errors={[{ field: "zip", message: error }]} />}
      <TextField
        id="zip"
        label={t("zip.label")}
        hint={t("zip.hint")}
        error={error}
        defaultValue={zip}
        inputMode="numeric"
        autoComplete="postal-code"
        className="input--short"
        maxLength={24}
        dir="ltr"
        required
      />
      <button className="button" type="submit">
        {t("zip.button")}
      </button>
    </form>
  );
}
