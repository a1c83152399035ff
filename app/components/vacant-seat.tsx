import { useTranslation } from "react-i18next";
import { channelsDone } from "~/domain/contacts/flow-progress";
import { SWITCHBOARD } from "~/domain/lawmakers/office-numbers";
import { DoneList } from "./done-list";
import { CLERK_PHONE, CLERK_VACANCIES } from "./official-sites";
import { PhoneLink } from "./phone-link";
import type { Visit } from "./visit";

interface Props {
  district: number;
  /** The seat as it stands in addresses, `CA-14`. */
  office: string;
  /** The campaign's address, with the language. */
  base: string;
  visit: Visit;
}

/** A seat that nobody holds, and the lines that reach its office: the Clerk of the House runs it until it is filled. */
export function VacantSeat({ district, office, base, visit }: Props) {
  const { t: calls } = useTranslation("calls");
  const { t, i18n } = useTranslation("lawmakers");
  const lines = [
    { phone: SWITCHBOARD, words: t("vacant.switchboard") },
    { phone: CLERK_PHONE, words: t("vacant.clerk") },
  ];
  return (
    <div className="card" id={office}>
      <p className="card__meta">{t("district", { number: new Intl.NumberFormat(i18n.language).format(district) })}</p>
      <h3>{t("vacant.title")}</h3>
      <p>{t("vacant.body")}</p>
      <DoneList channels={channelsDone(visit.done, office)} />
      <p className="lawmaker__ways">
        <a className="button" href={`${base}/lawmakers/call?${visit.query}&office=${office}`}>
          {calls("ways.call")}
        </a>
        <a className="button button--quiet" href={`${base}/lawmakers/write?${visit.query}#office-${office}`}>
          {calls("ways.write")}
        </a>
      </p>
      <ul className="plain">
        {lines.map(({ phone, words }) => (
          <li key={phone}>
            <PhoneLink number={phone} /> {words}
          </li>
        ))}
      </ul>
      <p>
        <a href={CLERK_VACANCIES} rel="noreferrer">
          {t("vacant.list")}
        </a>{" "}
        · <a href={`${base}/lawmakers/report?${visit.query}&office=${office}`}>{calls("wrongOffice")}</a>
      </p>
    </div>
  );
}
