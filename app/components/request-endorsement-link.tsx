import { useTranslation } from "react-i18next";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

interface Props {
  slug: string;
  wasSent: boolean;
  /** An entry that was just to be confirmed stands there already. */
  isThere: boolean;
  email: string;
  problem: "emailFaulty" | "tooMany" | null;
}

/** Asks for the link by which an entry is seen and removed. */
export function RequestEndorsementLink({ slug, wasSent, isThere, email, problem }: Props) {
  const { t } = useTranslation("endorse");
  const locale = useLocale();
  const error = problem === "emailFaulty" ? t("errors.emailFaulty") : undefined;
  return (
    <div className="page page--narrow">
      {isThere && (
        <section className="notice" aria-labelledby="there-title">
          <h2 id="there-title">{t("confirm.already.title")}</h2>
          <p>{t("confirm.already.body")}</p>
        </section>
      )}
      <h1>{t("request.title")}</h1>
      <p className="lead">{t("request.body")}</p>
      {wasSent && (
        <p className="notice notice--good" role="status">
          {t("request.sent")}
        </p>
      )}
      {problem === "tooMany" && (
        <p className="notice" role="alert">
          {t("tooMany")}
        </p>
      )}
      <form method="post" action={`/${locale}/campaigns/${slug}/endorsements/remove`} noValidate>
        <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
        <TextField
          id="email"
          type="email"
          inputMode="email"
          label={t("form.email")}
          error={error}
          defaultValue={email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          dir="ltr"
          required
        />
        <ReadOnlyNotice />
        <button type="submit" className="button">
          {t("request.button")}
        </button>
      </form>
    </div>
  );
}
