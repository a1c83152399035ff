import { useTranslation } from "react-i18next";
import { z } from "zod";
import { textDirection } from "~/i18n/text-direction";
import { ErrorSummary } from "../error-summary";
import { FieldTexts, fieldAttributes } from "../field";
import { useFieldErrors } from "./field-error";
import { DeedForm, DoneNote, EmptyState, Moment, PortalHeading } from "./portal-form";

interface Props {
  newest: { version: number; sha256: string; publishedAt: Date; html: string; locale: string } | null;
  accepted: { acceptedAt: Date; expiresAt: Date; isOver: boolean } | null;
  mayAccept: boolean;
  mayPublish: boolean;
  isHost: boolean;
  done: string | null;
  sent: unknown;
}

const outcomes = ["accepted", "newerVersion", "withdrawn", "published"] as const;
const sentForm = z.object({
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
});

/** The agreement in force, whether it is accepted, and the forms that accept it, take that back, or publish another. */
export function AgreementPage({ newest, accepted, mayAccept, mayPublish, isHost, done, sent: given }: Props) {
  const { t } = useTranslation("portal");
  const sent = sentForm.safeParse(given).data ?? null;
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  const stands = accepted !== null && !accepted.isOver;

  return (
    <>
      <PortalHeading title={t("agreement.title")} lead={isHost ? t("agreement.leadHost") : t("agreement.lead")} />
      {outcome && <DoneNote>{t(`agreement.outcomes.${outcome}`)}</DoneNote>}
      <ErrorSummary errors={summary} />
      {!isHost && stands && (
        <p className="done-note">
          {t("agreement.stands")} <Moment at={accepted.expiresAt} />
        </p>
      )}
      {!isHost && newest !== null && !stands && (
        <p className="warning-note">{accepted?.isOver ? t("agreement.over") : t("agreement.missing")}</p>
      )}
      {newest === null ? (
        <EmptyState title={t("agreement.none")}>
          <p>{isHost ? t("agreement.noneHost") : t("agreement.noneBody")}</p>
        </EmptyState>
      ) : (
        <section className="portal-card" aria-labelledby="agreement-text">
          <h2 id="agreement-text">{t("agreement.version", { version: newest.version })}</h2>
          <p className="visually-muted">
            <Moment at={newest.publishedAt} />
          </p>
          <div
            className="agreement-text"
            lang={newest.locale}
            dir={textDirection(newest.locale)}
            dangerouslySetInnerHTML={{ __html: newest.html }}
          />
          <p className="hash">
            {t("agreement.hash")} <bdi>{newest.sha256}</bdi>
          </p>
          {mayAccept && !stands && (
            <DeedForm intent="accept">
              <input type="hidden" name="version" value={newest.version} />
              <div className={errorOf("read") ? "field field--faulty" : "field"}>
                <label className="check" htmlFor="read">
                  <input type="checkbox" id="read" name="read" value="yes" />
                  <span>{t("agreement.read")}</span>
                </label>
                {errorOf("read") && <p className="field__error">{errorOf("read")}</p>}
              </div>
              <button type="submit" className="button">
                {t("agreement.accept")}
              </button>
            </DeedForm>
          )}
          {mayAccept && stands && (
            <DeedForm intent="withdraw">
              <button type="submit" className="button button--small button--danger">
                {t("agreement.withdraw")}
              </button>
            </DeedForm>
          )}
        </section>
      )}
      {mayPublish && (
        <section className="portal-card" aria-labelledby="publish-title">
          <h2 id="publish-title">{t("agreement.publishTitle")}</h2>
          <p>{t("agreement.publishLead")}</p>
          <DeedForm intent="publish">
            {(["en", "es"] as const).map((locale) => (
              <div className={errorOf(locale) ? "field field--faulty" : "field"} key={locale}>
                <FieldTexts id={locale} label={t(`agreement.text.${locale}`)} error={errorOf(locale)} />
                <textarea
                  name={locale}
                  rows={10}
                  lang={locale}
                  dir="ltr"
                  defaultValue={sent?.values[locale]}
                  {...fieldAttributes({ id: locale, error: errorOf(locale) })}
                />
              </div>
            ))}
            <button type="submit" className="button">
              {t("agreement.publish")}
            </button>
          </DeedForm>
        </section>
      )}
    </>
  );
}
