import { useTranslation } from "react-i18next";
import { CLERK_PHONE, CLERK_VACANCIES, SWITCHBOARD } from "./official-sites";

/** A seat that nobody holds, and the lines that reach its office: the Clerk of the House runs it until it is filled. */
export function VacantSeat({ district }: { district: number }) {
  const { t, i18n } = useTranslation("lawmakers");
  const lines = [
    { phone: SWITCHBOARD, words: t("vacant.switchboard") },
    { phone: CLERK_PHONE, words: t("vacant.clerk") },
  ];
  return (
    <div className="card" id="vacant-seat">
      <p className="card__meta">{t("district", { number: new Intl.NumberFormat(i18n.language).format(district) })}</p>
      <h3>{t("vacant.title")}</h3>
      <p>{t("vacant.body")}</p>
      <ul className="plain">
        {lines.map(({ phone, words }) => (
          <li key={phone}>
            <a className="phone" href={`tel:+1-${phone}`} dir="ltr">
              {phone}
            </a>{" "}
            {words}
          </li>
        ))}
      </ul>
      <p>
        <a href={CLERK_VACANCIES} rel="noreferrer">
          {t("vacant.list")}
        </a>
      </p>
    </div>
  );
}
