import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ErrorSummary } from "../error-summary";
import { TextField } from "../field";
import { useFieldErrors } from "./field-error";
import { PasskeyForm } from "./passkey-form";
import { DeedForm, DoneNote } from "./portal-form";

const sentForm = z.object({ request: z.string().nullable(), errors: z.record(z.string(), z.string()).nullable() });

interface Props {
  /** The page that asked for the proof. */
  next: string;
  isProven: boolean;
  /** What the browser is asked, where the person has a passkey. */
  passkeyOptions: unknown;
  /** What the page's action gave. */
  sent: unknown;
}

/** Shows once more that it is the person themselves: by a code that is mailed to them. */
export function ProvePage({ next, isProven, passkeyOptions, sent }: Props) {
  const { t } = useTranslation("portal");
  const mailed = sentForm.safeParse(sent).data ?? null;
  const { errorOf, summary } = useFieldErrors(mailed?.errors);
  const action = next === "/portal" ? "/portal/prove" : `/portal/prove?next=${encodeURIComponent(next)}`;
  if (isProven) {
    return (
      <div className="portal-narrow">
        <h1>{t("prove.title")}</h1>
        <DoneNote>{t("prove.done")}</DoneNote>
        <p>
          <a className="button" href={next}>
            {t("prove.goOn")}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="portal-narrow">
      <h1>{t("prove.title")}</h1>
      <p>{t("prove.lead")}</p>
      <ErrorSummary errors={summary} />
      {mailed?.request === null && (
        <p className="warning-note" role="alert">
          {t("passkeys.refused")}
        </p>
      )}
      {passkeyOptions !== null && (
        <PasskeyForm kind="use" options={passkeyOptions} action={action}>
          <button type="submit" className="button">
            {t("passkeys.prove")}
          </button>
          <p className="visually-muted">{t("passkeys.or")}</p>
        </PasskeyForm>
      )}
      {mailed === null || mailed.request === null ? (
        <DeedForm intent="mail" action={action}>
          <button type="submit" className="button">
            {t("prove.mail")}
          </button>
        </DeedForm>
      ) : (
        <DeedForm intent="code" action={action}>
          <p role="status">{t("prove.sent")}</p>
          <input type="hidden" name="request" value={mailed.request} />
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
            {t("prove.withCode")}
          </button>
        </DeedForm>
      )}
    </div>
  );
}
