import { useTranslation } from "react-i18next";
import { type PublicChoice, type PublicChoiceErrors, saysSomething } from "~/domain/public-signatures/public-choice";
import type { MailboxForm, MailboxFormErrors } from "~/domain/signatures/mailbox-forms";
import { DraftNote } from "./draft-note";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { useLanguageAttributes } from "./in-language";
import { PublicChoiceFields, type PublicWording } from "./public-choice-fields";
import { ReadOnlyNotice } from "./read-only-notice";
import { useSite } from "./site-context";

interface Props {
  campaign: {
    slug: string;
    petitionContent: { title: string; locale: string; dir: "ltr" | "rtl"; status: string; isStale: boolean };
  };
  validDays: number;
  wasResent: boolean;
  /** Staff have paused the mail: it comes later. */
  isMailLate: boolean;
  /** What one is asked to agree to beside the code. */
  wordings: PublicWording[];
  values: (MailboxForm & PublicChoice) | null;
  errors: (MailboxFormErrors & Partial<PublicChoiceErrors>) | null;
}

/** What to do now that the form was sent, and what to do when the mail or its link does not work. */
export function CheckInbox({ campaign, validDays, wasResent, isMailLate, wordings, values, errors }: Props) {
  const { t } = useTranslation("confirm");
  const { t: site } = useTranslation("site");
  const { hasLocalMailbox } = useSite();
  const language = useLanguageAttributes();
  const isResend = values?.intent === "resend";
  const idOf = (field: "email" | "code") => (isResend ? `resend-${field}` : field);
  const summary = (["email", "code", "comment"] as const).flatMap((field) => {
    const error = errors?.[field];
    return error ? [{ field: field === "comment" ? field : idOf(field), message: t(`errors.${error}`) }] : [];
  });
  const emailError = errors?.email && t(`errors.${errors.email}`);
  const emailField = {
    name: "email",
    type: "email",
    inputMode: "email",
    autoComplete: "email",
    autoCapitalize: "none",
    spellCheck: false,
    maxLength: 254,
    dir: "ltr",
    required: true,
  } as const;

  return (
    <div className="page page--narrow">
      <ErrorSummary errors={summary} />
      {wasResent && (
        <p className="notice notice--good" role="status">
          {t("inbox.resent")}
        </p>
      )}
      <p className="step">{t("inbox.step")}</p>
      <h1>{t("inbox.title")}</h1>
      <p className="lead">{isMailLate ? site("mailLate") : t("inbox.body")}</p>
      <p className="petition-title" {...language(campaign.petitionContent)}>
        {campaign.petitionContent.title}
      </p>
      <DraftNote texts={[campaign.petitionContent]} />
      <p>{t("inbox.valid", { count: validDays })}</p>
      {hasLocalMailbox && (
        <p className="notice">
          {t("inbox.demo")} <a href="/dev/mailbox">{t("inbox.demoLink")}</a>
        </p>
      )}

      <section className="panel" aria-labelledby="code-title">
        <h2 id="code-title">{t("code.title")}</h2>
        <p>{t("code.body")}</p>
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="code" />
          <ReadOnlyNotice />
          <TextField
            {...emailField}
            id="email"
            label={t("code.email")}
            error={isResend ? undefined : emailError}
            defaultValue={isResend ? undefined : values?.email}
          />
          <TextField
            id="code"
            label={t("code.code")}
            error={errors?.code && t(`errors.${errors.code}`)}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="input--code"
            maxLength={12}
            dir="ltr"
            required
          />
          <details className="code-choice" open={values !== null && saysSomething(values)}>
            <summary>{t("public.legend")}</summary>
            <PublicChoiceFields
              wordings={wordings}
              values={values}
              errors={errors?.comment ? { comment: errors.comment } : null}
            />
          </details>
          <button className="button" type="submit">
            {t("code.button")}
          </button>
        </form>
      </section>

      <section className="panel" aria-labelledby="resend-title">
        <h2 id="resend-title">{t("resend.title")}</h2>
        <p>{t("resend.body")}</p>
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="resend" />
          <ReadOnlyNotice />
          <TextField
            {...emailField}
            id="resend-email"
            label={t("resend.email")}
            error={isResend ? emailError : undefined}
            defaultValue={isResend ? values?.email : undefined}
          />
          <button className="button button--quiet" type="submit">
            {t("resend.button")}
          </button>
        </form>
      </section>
    </div>
  );
}
