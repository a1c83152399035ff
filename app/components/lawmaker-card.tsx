import { useTranslation } from "react-i18next";
import { channelsDone } from "~/domain/contacts/flow-progress";
import type { OfficeCard } from "~/domain/lawmakers/lawmaker-steps";
import { AnswerRate } from "./answer-rate";
import { DoneList } from "./done-list";
import { OfficeTotals } from "./office-totals";
import { PhoneLink } from "./phone-link";
import { partyKey } from "./seat-links";
import type { FlowNumbers, Visit } from "./visit";

interface Props {
  office: OfficeCard;
  /** The campaign's address, with the language. */
  base: string;
  visit: Visit;
  totals: NonNullable<FlowNumbers["offices"][string]> | null;
  answers: FlowNumbers["answers"][string] | null;
}

/** One office: who it is, the ways to reach it, and what was done in this visit. */
export function LawmakerCard({ office, base, visit, totals, answers }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const { t: calls } = useTranslation("calls");
  const number = new Intl.NumberFormat(i18n.language);
  const { bioguide } = office;
  const flow = `${base}/lawmakers`;
  const seat =
    office.district === null || office.district === 0
      ? office.stateName
      : `${office.stateName} · ${t("district", { number: number.format(office.district) })}`;

  return (
    <article className="card lawmaker" id={bioguide} aria-labelledby={`${bioguide}-name`}>
      <header className="lawmaker__head">
        <p className="card__meta">{t(`titles.${office.title}`)}</p>
        <h3 id={`${bioguide}-name`}>
          <bdi lang="en">{office.name}</bdi>
        </h3>
        <p className="muted">
          {t(`party.${partyKey(office.party)}`)} · <bdi lang="en">{seat}</bdi>
        </p>
        {!office.isVoting && <p className="muted">{t("nonVoting")}</p>}
        {office.committees.length > 0 && (
          <p className="muted">
            {calls("committees")}{" "}
            <span lang="en" dir="ltr">
              {office.committees.map(({ name, title }) => (title ? `${name} (${title})` : name)).join("; ")}
            </span>
          </p>
        )}
      </header>
      <DoneList channels={channelsDone(visit.done, bioguide)} />
      <ul className="lawmaker__ways">
        <li>
          <a className="button" href={`${flow}/call?${visit.query}&office=${bioguide}`}>
            {calls("ways.call")}
            <span className="visually-hidden" lang="en">
              {" "}
              {office.name}
            </span>
          </a>
        </li>
        <li>
          <a className="button button--quiet" href={`${flow}/write?${visit.query}#office-${bioguide}`}>
            {calls("ways.write")}
            <span className="visually-hidden" lang="en">
              {" "}
              {office.name}
            </span>
          </a>
        </li>
        {office.website && (
          <li>
            <a href={office.website} rel="noreferrer" target="_blank">
              {t("website")} <span className="visually-hidden">{t("newTab")}</span>
            </a>
          </li>
        )}
      </ul>
      <details>
        <summary>{calls("numbers", { count: office.numbers.length })}</summary>
        <dl className="numbers">
          {office.numbers.map((one) => (
            <div key={one.number}>
              <dt>
                {one.city ? <bdi lang="en">{one.city}</bdi> : calls(one.isSwitchboard ? "switchboard" : "washington")}
              </dt>
              <dd>
                <PhoneLink number={one.number} />
                {one.address && (
                  <span className="muted" lang="en" dir="ltr">
                    {one.address}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <AnswerRate rate={answers} />
      <OfficeTotals totals={totals} />
      <p className="lawmaker__wrong">
        <a href={`${flow}/report?${visit.query}&office=${bioguide}`}>{calls("wrong")}</a>
      </p>
    </article>
  );
}
