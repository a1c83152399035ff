import { useTranslation } from "react-i18next";
import type { Audience } from "~/domain/mailings/audience.server";
import type { MailingView } from "~/domain/mailings/mailing-view.server";
import { languageName } from "~/i18n/language-name";
import { TextField } from "../../field";
import { DeedForm, Moment } from "../portal-form";
import { SelectField } from "../select-field";
import type { FieldsProps } from "./mailing-fields";

interface Props extends FieldsProps {
  view: Pick<MailingView, "mailing" | "audience" | "timeZone" | "isBlocked" | "needsAgreement" | "partner">;
  zones: readonly string[];
}

/** To how many people a mailing goes, by language. */
export function Readers({ audience }: { audience: Audience }) {
  const { t, i18n } = useTranslation("portal-mailings");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className="portal-card" aria-labelledby="readers-title">
      <h2 id="readers-title">{t("readers.title")}</h2>
      <p className="mailing-readers">
        {audience.isAbout
          ? t("readers.about", { count: audience.total })
          : t("readers.count", { count: audience.total })}
      </p>
      {audience.byLocale.length > 0 && (
        <ul className="mailing-languages">
          {audience.byLocale.map(({ locale, people }) => (
            <li key={locale}>
              {languageName(locale, i18n.language)} <strong>{number.format(people)}</strong>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-muted">{audience.total === 0 ? t("readers.nobody") : t("readers.who")}</p>
    </section>
  );
}

/** What lets a mailing leave: now, or at a moment. */
export function SendForms({ view, zones, values, errorOf }: Props) {
  const { t } = useTranslation("portal-mailings");
  const { mailing, audience, timeZone } = view;
  if (view.needsAgreement || view.isBlocked || view.partner !== null) return null;
  return (
    <section className="portal-card" aria-labelledby="send-title">
      <h2 id="send-title">{t("send.title")}</h2>
      {mailing.state === "scheduled" && mailing.scheduledAt ? (
        <>
          <p>
            {t("send.scheduled")} <Moment at={mailing.scheduledAt} timeZone={timeZone} />
          </p>
          <p className="visually-muted">{t("send.scheduledWhat")}</p>
          <DeedForm intent="unschedule">
            <button type="submit" className="button button--quiet">
              {t("send.unschedule")}
            </button>
          </DeedForm>
        </>
      ) : (
        <>
          <p>{t("send.lead")}</p>
          <DeedForm intent="schedule">
            <div className="export-form__fields">
              <TextField
                id="at"
                type="datetime-local"
                label={t("send.at")}
                error={errorOf("at")}
                defaultValue={values.at}
              />
              <SelectField
                id="zone"
                label={t("send.zone")}
                error={errorOf("zone")}
                defaultValue={values.zone ?? timeZone}
                options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              />
            </div>
            <button type="submit" className="button button--quiet">
              {t("send.schedule")}
            </button>
          </DeedForm>
        </>
      )}
      <DeedForm intent="send" className="mailing-now">
        <button type="submit" className="button">
          {t("send.now")}
        </button>
        {audience && <p className="visually-muted">{t("send.nowWhat", { count: audience.total })}</p>}
      </DeedForm>
    </section>
  );
}

/** What holds a mailing, lets it go on, or ends it. */
export function HoldForms({ view }: { view: Pick<MailingView, "mailing" | "isHost"> }) {
  const { t } = useTranslation("portal-mailings");
  const { state } = view.mailing;
  const isStopped = state === "stopped";
  if (state === "done" || state === "cancelled" || (isStopped && !view.isHost)) return null;
  return (
    <div className="button-row mailing-hold">
      {state === "sending" && (
        <DeedForm intent="pause">
          <button type="submit" className="button">
            {t("hold.pause")}
          </button>
        </DeedForm>
      )}
      {(state === "paused" || isStopped) && (
        <DeedForm intent="resume">
          <button type="submit" className="button">
            {isStopped ? t("hold.release") : t("hold.resume")}
          </button>
        </DeedForm>
      )}
      <DeedForm intent="cancel">
        <button type="submit" className="button button--danger">
          {state === "draft" ? t("hold.discard") : t("hold.cancel")}
        </button>
      </DeedForm>
    </div>
  );
}
