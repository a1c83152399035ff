import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { dayFormat } from "~/i18n/day-format";
import { CAPITOL_TIME } from "./facts-note";
import { HOUSE_FINDER } from "./official-sites";
import { SeatLinks } from "./seat-links";
import type { Visit } from "./visit";
import { ZipForm } from "./zip-form";

interface Props {
  flow: LawmakerFlowView;
  /** The address of the flow, without a query. */
  path: string;
  done: Visit["done"];
  /** Other ways to find the district than to know it. */
  children?: ReactNode;
}

/** The House seats a place may belong to. They are in order of likelihood, and none is chosen. */
export function SeatChoices({ flow, path, done, children }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const { seats, others, zip, place, isPostOffice } = flow;
  const count = seats.length;
  const question =
    zip === null
      ? t("seats.bodyState", { count })
      : isPostOffice && count === 1
        ? t("seats.onePostOffice", { zip })
        : t("seats.body", { zip, count });
  return (
    <section className="panel seats" aria-labelledby="seats-title">
      <h2 id="seats-title">{t("house")}</h2>
      <p>{question}</p>
      {isPostOffice && (
        <div className="notice">
          <p>{t("seats.postOffice")}</p>
        </div>
      )}
      {flow.votedOnNewLines && (
        <p className="notice">
          {t("seats.newLines", { until: dayFormat(i18n.language, CAPITOL_TIME).format(flow.validUntil) })}
        </p>
      )}
      <SeatLinks seats={seats} zip={zip} placeState={place?.state ?? null} path={path} done={done} />
      {others.length > 0 && (
        <details>
          <summary>{t("seats.others")}</summary>
          <p className="muted">{t("seats.othersHint")}</p>
          <SeatLinks seats={others} zip={zip} placeState={place?.state ?? null} path={path} done={done} />
        </details>
      )}
      {zip !== null && place && (
        <p>
          <a href={`${path}?state=${place.state}`}>{t("seats.all")}</a>
        </p>
      )}
      {isPostOffice && (
        <>
          <h3>{t("seats.anyZip")}</h3>
          <p>{t("seats.homeZip")}</p>
          <ZipForm action={path} />
        </>
      )}
      {children}
      <p className="muted">
        {t("seats.unsure")}{" "}
        <a href={HOUSE_FINDER} rel="noreferrer">
          {t("finder")}
        </a>
      </p>
    </section>
  );
}
