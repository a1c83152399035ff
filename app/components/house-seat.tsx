import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { LawmakerCard } from "./lawmaker-card";
import { SeatLinks } from "./seat-links";
import { VacantSeat } from "./vacant-seat";
import type { FlowNumbers, Visit } from "./visit";

interface Props {
  flow: LawmakerFlowView;
  /** The campaign's address, with the language. */
  base: string;
  visit: Visit;
  numbers: FlowNumbers;
}

/** The one seat of the House that is somebody's: its member, or that it is vacant. */
export function HouseSeat({ flow, base, visit, numbers }: Props) {
  const { t } = useTranslation("lawmakers");
  const { t: calls } = useTranslation("calls");
  return (
    <section className="offices" aria-labelledby="house-title">
      <h2 id="house-title">{t("house")}</h2>
      {numbers.district !== null && <p>{calls("districtSigned", { count: numbers.district })}</p>}
      {flow.house && (
        <LawmakerCard
          office={flow.house}
          base={base}
          visit={visit}
          totals={numbers.offices[flow.house.bioguide] ?? null}
          answers={numbers.answers[flow.house.bioguide] ?? null}
        />
      )}
      {flow.vacantDistrict !== null && (
        <VacantSeat district={flow.vacantDistrict} office={flow.offices.at(-1) ?? ""} base={base} visit={visit} />
      )}
      {flow.senators.length === 0 && flow.unknownSenators === 0 && <p className="notice">{t("noSenators")}</p>}
      {flow.others.length > 0 && (
        <details>
          <summary>{t("seats.others")}</summary>
          <p>{t("seats.sliver")}</p>
          <SeatLinks
            seats={flow.others}
            zip={flow.zip}
            placeState={flow.place?.state ?? null}
            path={`${base}/lawmakers`}
            done={visit.done}
          />
        </details>
      )}
    </section>
  );
}
