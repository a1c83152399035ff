import { useTranslation } from "react-i18next";
import { setProgress } from "~/domain/contacts/flow-progress";
import type { SeatChoice } from "~/domain/lawmakers/lawmaker-steps";
import { whereQuery } from "~/domain/lawmakers/where-you-live";
import type { Visit } from "./visit";

interface Props {
  seats: SeatChoice[];
  zip: string | null;
  /** The state that the page is about. */
  placeState: string | null;
  /** The address of the flow, without a query. */
  path: string;
  /** What was done so far in this visit, which the links carry on. */
  done: Visit["done"];
}

/** Seats of the House as links, none of them chosen: number, holder and party, or that nobody holds it. */
export function SeatLinks({ seats, zip, placeState, path, done }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <ul className="choices">
      {seats.map(({ id, state, district, member, places }) => (
        <li key={id}>
          <a className="choice" href={`${path}?${setProgress(whereQuery({ zip, state: null, district: id }), done)}`}>
            <span className="choice__name">{member ? <bdi lang="en">{member.name}</bdi> : t("vacant.title")}</span>
            <span className="muted">
              {/* A ZIP code may touch a seat of another state; then the number alone would mislead. */}
              {!(state.state === placeState && district > 0) && (
                <>
                  <bdi lang="en">{state.name}</bdi>
                  {" · "}
                </>
              )}
              {district > 0 && t("district", { number: number.format(district) })}
              {member && <> · {t(`party.${partyKey(member.party)}`)}</>}
            </span>
            {places.length > 0 && (
              <bdi className="choice__places" lang="en">
                {places.join(", ")} …
              </bdi>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Parties by their key in `lawmakers.json`. */
export function partyKey(party: string): "republican" | "democrat" | "independent" | "other" {
  if (party === "Republican") return "republican";
  if (party === "Democrat") return "democrat";
  return party === "Independent" ? "independent" : "other";
}
