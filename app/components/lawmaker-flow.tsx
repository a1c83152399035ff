import { Trans, useTranslation } from "react-i18next";
import { countReached, setProgress } from "~/domain/contacts/flow-progress";
import type { DistrictFinderView } from "~/domain/lawmakers/district-finder";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { whereQuery } from "~/domain/lawmakers/where-you-live";
import { dayFormat } from "~/i18n/day-format";
import { AddressForm } from "./address-form";
import { DistrictFinder } from "./district-finder";
import { CAPITOL_TIME, FactsNote } from "./facts-note";
import { HouseSeat } from "./house-seat";
import { HOUSE_FINDER } from "./official-sites";
import { PlaceQuestion } from "./place-question";
import { RecordedNote } from "./recorded-note";
import { SeatChoices } from "./seat-choices";
import { Senators } from "./senators";
import { ThankYou } from "./thank-you";
import { useLocale } from "./use-locale";
import type { FlowNumbers, Visit } from "./visit";
import { WeekOfContacts } from "./week-of-contacts";

interface Props {
  campaign: { slug: string };
  /** The ZIP code as it was typed. */
  typed: string | null;
  flow: LawmakerFlowView;
  /** The service that finds the district of a street address; null where there is none. */
  addressService: string | null;
  /** Null where the device has nothing to find. */
  finder: DistrictFinderView | null;
  isConfirmed: boolean;
  /** What was done so far in this visit, and the query that leads on with it. */
  visit: Visit;
  numbers: FlowNumbers;
}

/** Where you live, whom you elect, what to say. */
export function LawmakerFlow({ campaign, typed, flow, finder, addressService, isConfirmed, visit, numbers }: Props) {
  const { t } = useTranslation("lawmakers");
  const locale = useLocale();
  const base = `/${locale}/campaigns/${campaign.slug}`;
  const path = `${base}/lawmakers`;
  const { step, place } = flow;
  const hasOffices = flow.senators.length > 0 || step === "offices";
  const errors: Partial<Record<typeof step, string>> = {
    zipFaulty: t("zip.faulty"),
    zipUnknown: t("zip.unknown"),
    zipWithoutSeat: t("zip.withoutSeat"),
    districtUnknown: t("zip.districtUnknown"),
  };

  return (
    <div className="page page--medium lawmakers">
      {isConfirmed && <ThankYou />}
      <p className="step">{t("eyebrow")}</p>
      <h1>
        {place ? (
          <Trans
            t={t}
            i18nKey={place.hasArticle ? "titleForThe" : "titleFor"}
            values={{ state: place.name }}
            components={{ bdi: <bdi lang="en" /> }}
          />
        ) : (
          t("title")
        )}
      </h1>
      {flow.hasEnded && <EndedCongress flow={flow} />}
      {place === null && !flow.hasEnded && step !== "chooseState" && step !== "chooseHomeState" && (
        <p className="lead">{t("intro")}</p>
      )}
      {hasOffices && !flow.hasEnded && <p className="lead">{t("ready")}</p>}
      {step === "chooseDistrict" && flow.senators.length > 0 && (
        <p>
          <a href="#seats-title">{t("seats.jump")}</a>
        </p>
      )}

      <PlaceQuestion flow={flow} path={path} typed={typed} error={errors[step]} />
      <RecordedNote recorded={visit.recorded} />
      {hasOffices && visit.done.length > 0 && <Progress offices={flow.offices} done={visit.done} />}
      {place && <Senators flow={flow} base={base} visit={visit} numbers={numbers} />}
      {step === "chooseDistrict" && (
        <SeatChoices flow={flow} path={path} done={visit.done}>
          {finder && <DistrictFinder finder={finder} path={path} done={visit.done} />}
          {addressService !== null && (
            <>
              <h3>{t("address.title")}</h3>
              <AddressForm
                action={`${path}/address?${setProgress(placeQuery(flow), visit.done)}`}
                service={addressService}
              />
            </>
          )}
        </SeatChoices>
      )}
      {step === "offices" && <HouseSeat flow={flow} base={base} visit={visit} numbers={numbers} />}

      {place && (
        <p>
          <a href={path}>{t("otherPlace")}</a> · <a href={`${base}/take-action?country=US`}>{t("moreWays")}</a>
        </p>
      )}
      <WeekOfContacts week={numbers.week} />
      <FactsNote facts={flow} />
    </div>
  );
}

/** How many of the offices were reached. */
function Progress({ offices, done }: { offices: string[]; done: Visit["done"] }) {
  const { t } = useTranslation("calls");
  return (
    <p className="progress-line">{t("reached", { reached: countReached(done, offices), count: offices.length })}</p>
  );
}

/** What is known of the place, for the next page. */
function placeQuery({ zip, place }: LawmakerFlowView): URLSearchParams {
  return whereQuery({ zip, state: place?.state ?? null, district: null });
}

/** Says that the facts are of a Congress that has ended, and where to look instead. */
function EndedCongress({ flow }: { flow: LawmakerFlowView }) {
  const { t, i18n } = useTranslation("lawmakers");
  const date = dayFormat(i18n.language, CAPITOL_TIME).format(flow.validUntil);
  return (
    <section className="notice" aria-labelledby="ended-title">
      <h2 id="ended-title">{t("expired.title")}</h2>
      <p>{t("expired.body", { congress: flow.congress, date })}</p>
      {flow.votedOnNewLines && <p>{t("expired.newLines")}</p>}
      <p>
        <a href={HOUSE_FINDER} rel="noreferrer">
          {t("finder")}
        </a>
      </p>
    </section>
  );
}
