import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { LawmakerCard } from "./lawmaker-card";
import { SeatLinks } from "./seat-links";
import { VacantSeat } from "./vacant-seat";

interface Props {
  flow: LawmakerFlowView;
  /** The address of the flow, without a query. */
  path: string;
  recorded: string | null;
}

/** The one seat of the House that is somebody's: its member, or that it is vacant. */
export function HouseSeat({ flow, path, recorded }: Props) {
  const { t } = useTranslation("lawmakers");
  return (
    <section className="offices" aria-labelledby="house-title">
      <h2 id="house-title">{t("house")}</h2>
      {flow.house && <LawmakerCard office={flow.house} recorded={recorded} />}
      {flow.vacantDistrict !== null && <VacantSeat district={flow.vacantDistrict} />}
      {flow.senators.length === 0 && flow.unknownSenators === 0 && <p className="notice">{t("noSenators")}</p>}
      {flow.others.length > 0 && (
        <details>
          <summary>{t("seats.others")}</summary>
          <p>{t("seats.sliver")}</p>
          <SeatLinks seats={flow.others} zip={flow.zip} path={path} />
        </details>
      )}
    </section>
  );
}
