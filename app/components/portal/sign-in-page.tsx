import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../error-summary";
import { TextField } from "../field";
import { useFieldErrors } from "./field-error";
import { PasskeyForm } from "./passkey-form";
import { DeedForm } from "./portal-form";

interface Props {
  /** Where to go afterwards. */
  next: string;
  /** What a browser with passkeys is asked. */
  passkeyOptions: unknown;
  sent: {
    step: "address" | "code" | "passkey" | "tooOften";
    request?: string | undefined;
    values: Record<string, string>;
    errors: Record<string, string> | null;
  } | null;
}

/** Signing in without a password: an address first, then a link or a code by mail. */
export function SignInPage({ next, passkeyOptions, sent }: Props) {
  const { t } = useTranslation("portal");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const action = next === "/portal" ? "/portal/sign-in" : `/portal/sign-in?next=${encodeURIComponent(next)}`;
  if (sent?.step === "code") {
    return (
      <div className="portal-narrow">
        <h1>{t("signIn.sentTitle")}</h1>
        <p>{t("signIn.sentBody")}</p>
        <ErrorSummary errors={summary} />
        <DeedForm intent="code" action={action}>
          <input type="hidden" name="request" value={sent.request} />
          <TextField
            id="code"
            label={t("signIn.code")}
            hint={t("signIn.codeHint")}
            error={errorOf("code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            dir="ltr"
            className="input--code"
          />
          <button type="submit" className="button">
            {t("signIn.withCode")}
          </button>
        </DeedForm>
        <p>
          <a href={action}>{t("signIn.again")}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="portal-narrow">
      <h1>{t("signIn.title")}</h1>
      <p>{t("signIn.lead")}</p>
      <ErrorSummary errors={summary} />
      {sent?.step === "passkey" && (
        <p className="warning-note" role="alert">
          {t("passkeys.refused")}
        </p>
      )}
      <PasskeyForm kind="use" options={passkeyOptions} action={action}>
        <button type="submit" className="button">
          {t("passkeys.signIn")}
        </button>
        <p className="visually-muted">{t("passkeys.or")}</p>
      </PasskeyForm>
      {sent?.step === "tooOften" && (
        <p className="warning-note" role="alert">
          {t("signIn.tooOften")}
        </p>
      )}
      <DeedForm intent="mail" action={action}>
        <TextField
          id="email"
          type="email"
          inputMode="email"
          label={t("signIn.email")}
          error={errorOf("email")}
          defaultValue={sent?.values.email}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          dir="ltr"
          required
        />
        <button type="submit" className="button">
          {t("signIn.button")}
        </button>
      </DeedForm>
    </div>
  );
}
