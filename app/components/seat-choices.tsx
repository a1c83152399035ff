import { useTranslation } from "react-i18next";
import type { SeatChoice } from "~/domain/lawmakers/lawmaker-steps";

interface Props {
  seats: SeatChoice[];
  zip: string | null;
  base: string;
  isPostOffice: boolean;
  finder: string;
}

/** The House seats a place may belong to. They are in order of likelihood, and none is chosen. */
export function SeatChoices({ seats, zip, base, isPostOffice, finder }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className="panel" aria-labelledby="seats-title">
      <h2 id="seats-title">{t("house")}</h2>
      <p>{zip ? t("seats.body", { zip, count: seats.length }) : t("seats.bodyState", { count: seats.length })}</p>
      {isPostOffice && <p className="notice">{t("seats.postOffice")}</p>}
      <ul className="choices">
        {seats.map(({ id, district, member }) => (
          <li key={id}>
            <a className="choice" href={`${base}/lawmakers?${zip ? `zip=${zip}&` : ""}district=${id}`}>
              <span className="choice__name">{member ? <bdi lang="en">{member.name}</bdi> : t("vacant.title")}</span>
              <span className="muted">
                {t("district", { number: number.format(district) })}
                {member && <> · {t(`party.${partyKey(member.party)}`)}</>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className="muted">
        {t("seats.unsure")}{" "}
        <a href={finder} rel="noreferrer">
          {t("finder")}
        </a>
      </p>
    </section>
  );
}

/** Parties by their key in `lawmakers.json`. */
export function partyKey(party: string): "republican" | "democrat" | "independent" | "other" {
  if (party === "Republican") return "republican";
  if (party === "Democrat") return "democrat";
  return party === "Independent" ? "independent" : "other";
}
