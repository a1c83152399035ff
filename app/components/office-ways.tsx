import { useTranslation } from "react-i18next";
import type { OfficeForm, OfficeToWrite } from "~/domain/lawmakers/compose/offices-to-write";
import { dayFormat } from "~/i18n/day-format";
import { COMPOSER } from "./composer-form";
import { TellOutcome } from "./tell-outcome";

interface Props {
  office: OfficeToWrite;
  campaign: string;
  base: string;
  query: string;
}

/** The ways to send a letter to one office, best first. */
export function OfficeWays({ office, campaign, base, query }: Props) {
  const { t } = useTranslation("write");
  const { recipient, form, website } = office;
  const id = recipient.office;
  const isVacant = recipient.member === null;
  const told = { campaign, office: id, requestKey: office.requestKey, next: `write?${query}#office-${id}` };

  return (
    <section className="write__ways" aria-labelledby={`${id}-ways ${id}-name`}>
      <h4 id={`${id}-ways`} className="visually-hidden">
        {t("ways.title")}
      </h4>
      {!isVacant && (
        <div className="write__way">
          <h5>{t("ways.form.title")}</h5>
          {form ? (
            <>
              <p>{t("ways.form.body")}</p>
              <FormFacts form={form} />
            </>
          ) : (
            <p>{t("ways.form.none")}</p>
          )}
          <p className="write__buttons">
            {form && <OutLink className="button" href={form.url} text={t("ways.form.open")} />}
            {website && (!form || form.facts?.isOld) && <OutLink href={website} text={t("ways.form.website")} />}
          </p>
          {form && (
            <>
              <TellOutcome {...told} channel="form" />
              <p>
                <a href={`${base}/report?${query}&office=${id}`}>{t("told.broken")}</a>
              </p>
            </>
          )}
        </div>
      )}
      <div className="write__way">
        <h5>{t("ways.letter.title")}</h5>
        <p>{isVacant ? t("ways.letter.bodyVacant") : t("ways.letter.body")}</p>
        {recipient.addresses.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}-to`}>{t("ways.letter.to")}</label>
            <select id={`${id}-to`} name={`to-${id}`} form={COMPOSER} autoComplete="off">
              {recipient.addresses.map((address) => (
                <option key={address.id} value={address.id}>
                  {address.id === "washington"
                    ? t("ways.letter.washington")
                    : t("ways.letter.home", { city: address.city })}
                </option>
              ))}
            </select>
          </div>
        )}
        <p className="write__buttons">
          <button
            className="button button--quiet"
            type="submit"
            form={COMPOSER}
            formAction={`${base}/letter?${query}`}
            formTarget="_blank"
            name="only"
            value={id}
            data-print={id}
          >
            {t("ways.letter.print")}
          </button>
          <button
            className="button button--quiet"
            type="submit"
            form={COMPOSER}
            formAction={`${base}/letter.pdf?${query}`}
            name="only"
            value={id}
          >
            {t("ways.letter.pdf")}
          </button>
        </p>
        <TellOutcome {...told} channel="letter" />
      </div>
    </section>
  );
}

function FormFacts({ form: { facts } }: { form: OfficeForm }) {
  const { t, i18n } = useTranslation("write");
  if (facts === null) return <p className="muted">{t("ways.form.unseen")}</p>;
  const fields = new Intl.ListFormat(i18n.language).format(facts.asks.map((ask) => t(`ways.form.fields.${ask}`)));
  const date = dayFormat(i18n.language, "UTC");
  return (
    <p className="muted">
      {facts.asks.length > 0 && t("ways.form.asks", { fields })} {facts.hasCaptcha && t("ways.form.captcha")}{" "}
      {t("ways.form.seen", { date: date.format(new Date(facts.asOf)) })} {facts.isOld && t("ways.form.old")}
    </p>
  );
}

function OutLink({ href, text, className }: { href: string; text: string; className?: string }) {
  const { t } = useTranslation("lawmakers");
  return (
    <a className={className} href={href} rel="noreferrer" target="_blank">
      {text} <span className="visually-hidden">{t("newTab")}</span>
    </a>
  );
}
