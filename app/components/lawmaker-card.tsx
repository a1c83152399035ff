import { useTranslation } from "react-i18next";
import type { OfficeCard } from "~/domain/lawmakers/lawmaker-steps";
import { CopyField } from "./copy-field";
import { ReadOnlyNotice } from "./read-only-notice";
import { partyKey } from "./seat-links";

const told = [
  { channel: "phone", outcome: "prefer_not_to_say" },
  { channel: "form", outcome: "sent" },
] as const;

/** One office: who it is, how to reach it, what to say, and a way to tell that it was done. */
export function LawmakerCard({ office, recorded }: { office: OfficeCard; recorded: string | null }) {
  const { t, i18n } = useTranslation("lawmakers");
  const number = new Intl.NumberFormat(i18n.language);
  const { bioguide, letter, callScript } = office;
  const done = told.find(({ channel }) => recorded === `${channel}-${bioguide}`);
  const seat =
    office.district === null || office.district === 0
      ? office.stateName
      : `${office.stateName} · ${t("district", { number: number.format(office.district) })}`;

  return (
    <article className="card lawmaker" id={bioguide} aria-labelledby={`${bioguide}-name`}>
      {done && (
        <p className="notice notice--good" role="status">
          {t(`recorded.${done.channel}`)}
        </p>
      )}
      <header className="lawmaker__head">
        <p className="card__meta">{t(`titles.${office.title}`)}</p>
        <h3 id={`${bioguide}-name`}>
          <bdi lang="en">{office.name}</bdi>
        </h3>
        <p className="muted">
          {t(`party.${partyKey(office.party)}`)} · <bdi lang="en">{seat}</bdi>
        </p>
        {!office.isVoting && <p className="muted">{t("nonVoting")}</p>}
      </header>
      <ul className="lawmaker__ways">
        {office.phone && (
          <li>
            <a className="button phone" href={`tel:+1-${office.phone}`}>
              {t("call")} <span dir="ltr">{office.phone}</span>
            </a>
          </li>
        )}
        {office.contactForm && (
          <li>
            <a className="button button--quiet" href={office.contactForm} rel="noreferrer" target="_blank">
              {t("form")} <span className="visually-hidden">{t("newTab")}</span>
            </a>
          </li>
        )}
        {office.website && (
          <li>
            <a href={office.website} rel="noreferrer" target="_blank">
              {t("website")} <span className="visually-hidden">{t("newTab")}</span>
            </a>
          </li>
        )}
      </ul>
      {!office.phone && !office.contactForm && !office.website && <p className="notice">{t("noContact")}</p>}
      {office.localOffices.length > 0 && (
        <details>
          <summary>{t("localOffices", { count: office.localOffices.length })}</summary>
          <ul className="plain">
            {office.localOffices.map(({ city, phone }) => (
              <li key={city + phone}>
                <bdi lang="en">{city}</bdi>{" "}
                <a href={`tel:+1-${phone.replace(/\D+/g, "-")}`} dir="ltr">
                  {phone}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {letter && (
        <details>
          <summary>{t("letter.summary")}</summary>
          <p className="muted">{t("letter.hint")}</p>
          <CopyField
            id={`${bioguide}-subject`}
            label={t("letter.subject")}
            rows={2}
            value={letter.subject}
            lang="en"
            dir="ltr"
          />
          <CopyField
            id={`${bioguide}-letter`}
            label={t("letter.label")}
            rows={14}
            value={letter.text}
            lang="en"
            dir="ltr"
          />
        </details>
      )}
      {callScript && (
        <details>
          <summary>{t("script.summary")}</summary>
          <p className="muted">{t("script.hint")}</p>
          <CopyField
            id={`${bioguide}-script`}
            label={t("script.label")}
            rows={14}
            value={callScript.spoken}
            lang="en"
            dir="ltr"
          />
          <CopyField
            id={`${bioguide}-voicemail`}
            label={t("script.voicemail")}
            rows={4}
            value={callScript.voicemail}
            lang="en"
            dir="ltr"
          />
        </details>
      )}
      <div className="lawmaker__done">
        <p>{t("done.ask")}</p>
        <ReadOnlyNotice />
        {told.map(({ channel, outcome }) => (
          <form key={channel} method="post">
            <input type="hidden" name="office" value={bioguide} />
            <input type="hidden" name="requestKey" value={office.requestKey} />
            <input type="hidden" name="outcome" value={outcome} />
            <button className="button button--quiet button--small" type="submit" name="channel" value={channel}>
              {t(`done.${channel}`)}
            </button>
          </form>
        ))}
        <p className="muted">{t("done.note")}</p>
      </div>
    </article>
  );
}
