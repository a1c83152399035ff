import { useTranslation } from "react-i18next";
import { z } from "zod";
import { localeNames } from "~/i18n/locales";
import { portalLocales } from "~/i18n/portal-locales";
import { ErrorSummary } from "../error-summary";
import { FieldTexts, fieldAttributes, TextField } from "../field";
import { useFieldErrors } from "./field-error";
import { PasskeyForm } from "./passkey-form";
import { DeedForm, DoneNote, Moment, PortalHeading } from "./portal-form";

interface Props {
  name: string;
  email: string;
  locale: string;
  sessions: {
    id: string;
    method: "mail" | "passkey";
    device: string;
    createdAt: Date;
    seenAt: Date;
    isThis: boolean;
  }[];
  passkeys: { id: string; name: string; isBackedUp: boolean; createdAt: Date; usedAt: Date | null }[];
  passkeyOptions: unknown;
  done: string | null;
  /** What the page's action gave. */
  sent: unknown;
}

const outcomes = ["saved", "added", "refused", "removed", "ended"] as const;

const sentForm = z.object({
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
});

/** What belongs to the person who is signed in. */
export function AccountPage(props: Props) {
  const { t } = useTranslation("portal");
  const sent = sentForm.safeParse(props.sent).data ?? null;
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === props.done);

  return (
    <>
      <PortalHeading title={t("nav.account")} lead={<bdi>{props.email}</bdi>} />
      {outcome && outcome !== "refused" && <DoneNote>{t(`account.outcomes.${outcome}`)}</DoneNote>}
      {outcome === "refused" && (
        <p className="warning-note" role="alert">
          {t("passkeys.refused")}
        </p>
      )}
      <ErrorSummary errors={summary} />
      <section className="portal-card portal-narrow" aria-labelledby="account-title">
        <h2 id="account-title">{t("account.title")}</h2>
        <DeedForm intent="account">
          <TextField
            id="name"
            label={t("invitation.name")}
            hint={t("invitation.nameHint")}
            error={errorOf("name")}
            defaultValue={sent?.values.name ?? props.name}
            autoComplete="name"
            maxLength={240}
            dir="auto"
          />
          <div className="field">
            <FieldTexts id="locale" label={t("account.language")} />
            <select name="locale" {...fieldAttributes({ id: "locale" })} defaultValue={props.locale}>
              {portalLocales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {localeNames[locale]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button">
            {t("account.save")}
          </button>
        </DeedForm>
      </section>
      <section className="portal-card" aria-labelledby="passkeys-title">
        <h2 id="passkeys-title">{t("passkeys.title")}</h2>
        <p>{t("passkeys.lead")}</p>
        {props.passkeys.length > 0 && (
          <ul className="plain-list">
            {props.passkeys.map((passkey) => (
              <li key={passkey.id} className="button-row">
                <span>
                  <strong>
                    <bdi>{passkey.name}</bdi>
                  </strong>{" "}
                  <span className="visually-muted">
                    {t("passkeys.since")} <Moment at={passkey.createdAt} />
                  </span>
                </span>
                <DeedForm intent="removePasskey">
                  <input type="hidden" name="passkey" value={passkey.id} />
                  <button
                    type="submit"
                    className="button button--small button--quiet"
                    aria-label={t("passkeys.removeNamed", { name: passkey.name })}
                  >
                    {t("passkeys.remove")}
                  </button>
                </DeedForm>
              </li>
            ))}
          </ul>
        )}
        <PasskeyForm kind="add" options={props.passkeyOptions}>
          <TextField
            id="passkey-name"
            name="name"
            label={t("passkeys.name")}
            hint={t("passkeys.nameHint")}
            autoComplete="off"
            maxLength={120}
            dir="auto"
            required
          />
          <button type="submit" className="button button--quiet">
            {t("passkeys.add")}
          </button>
        </PasskeyForm>
        <noscript>
          <p className="visually-muted">{t("passkeys.noScript")}</p>
        </noscript>
      </section>
      <section className="portal-card" aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t("sessions.title")}</h2>
        <ul className="plain-list">
          {props.sessions.map((session) => (
            <li key={session.id} className="button-row">
              <span>
                <strong>
                  <bdi>{session.device}</bdi>
                </strong>{" "}
                {session.isThis && <span className="state-tag">{t("sessions.this")}</span>}{" "}
                <span className="visually-muted">
                  {t(`sessions.methods.${session.method}`)} · {t("sessions.seen")} <Moment at={session.seenAt} />
                </span>
              </span>
              {!session.isThis && (
                <DeedForm intent="endSession">
                  <input type="hidden" name="session" value={session.id} />
                  <button
                    type="submit"
                    className="button button--small button--quiet"
                    aria-label={t("sessions.endNamed", { device: session.device })}
                  >
                    {t("sessions.end")}
                  </button>
                </DeedForm>
              )}
            </li>
          ))}
        </ul>
        {props.sessions.length > 1 && (
          <DeedForm intent="endOthers">
            <button type="submit" className="button button--small">
              {t("sessions.endOthers")}
            </button>
          </DeedForm>
        )}
      </section>
    </>
  );
}
