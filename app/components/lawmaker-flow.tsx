import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { LawmakerCard } from "./lawmaker-card";
import { SeatChoices } from "./seat-choices";
import { ThankYou } from "./thank-you";
import { useLocale } from "./use-locale";
import { ZipForm } from "./zip-form";

/** Finds a person's representative by address, on the House's own site. */
const OFFICIAL_FINDER = "https://www.house.gov/representatives/find-your-representative";
/** The switchboard of the Capitol connects to every office, also to that of a vacant seat. */
const SWITCHBOARD = "202-224-3121";

interface Props {
  campaign: { slug: string };
  /** The ZIP code as it was typed. */
  typed: string | null;
  flow: LawmakerFlowView;
  isConfirmed: boolean;
  /** `called-S000001`: what was just recorded. */
  recorded: string | null;
}

/** Where you live, whom you elect, what to say. */
export function LawmakerFlow({ campaign, typed, flow, isConfirmed, recorded }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const locale = useLocale();
  const base = `/${locale}/campaigns/${campaign.slug}`;
  const { step, place } = flow;
  const hasOffices = flow.senators.length > 0 || flow.house !== null || flow.vacantDistrict !== null;
  const errors: Partial<Record<typeof step, string>> = {
    zipFaulty: t("zip.faulty"),
    zipUnknown: t("zip.unknown"),
    zipWithoutSeat: t("zip.withoutSeat"),
    districtUnknown: t("zip.districtUnknown"),
  };
  const error = errors[step];
  const date = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "long",
    calendar: "gregory",
    timeZone: "America/New_York",
  });

  return (
    <div className="page page--medium lawmakers">
      {isConfirmed && <ThankYou />}
      <p className="step">{t("eyebrow")}</p>
      <h1>{place ? t("titleFor", { state: place.name }) : t("title")}</h1>
      {step === "expired" ? (
        <div className="notice">
          <p>{t("expired.body", { congress: flow.congress, date: date.format(flow.validUntil) })}</p>
          <p>
            <a href={OFFICIAL_FINDER} rel="noreferrer">
              {t("finder")}
            </a>
          </p>
        </div>
      ) : (
        !hasOffices && step !== "chooseState" && step !== "chooseHomeState" && <p className="lead">{t("intro")}</p>
      )}

      {hasOffices && step !== "expired" && <p className="lead">{t("ready")}</p>}

      {(step === "ask" || error) && <ZipForm action={`${base}/lawmakers`} zip={typed ?? undefined} error={error} />}
      {step === "zipUnknown" && flow.states.length > 0 && (
        <StateChoice
          title={t("zip.prefixTitle")}
          body={t("zip.prefixBody")}
          states={flow.states}
          href={(state) => `${base}/lawmakers?state=${state}`}
        />
      )}
      {step === "chooseState" && (
        <StateChoice
          title={t("chooseState.title")}
          body={t("chooseState.body", { zip: flow.zip })}
          states={flow.states}
          href={(state) => `${base}/lawmakers?zip=${flow.zip}&state=${state}`}
        />
      )}
      {step === "chooseHomeState" && (
        <StateChoice
          title={t("homeState.title")}
          body={t("homeState.body")}
          states={flow.states}
          href={(state) => `${base}/lawmakers?state=${state}`}
        />
      )}

      {flow.senators.length > 0 && (
        <section className="offices" aria-labelledby="senators-title">
          <h2 id="senators-title">{t("senators", { count: flow.senators.length })}</h2>
          {flow.senators.map((office) => (
            <LawmakerCard key={office.bioguide} office={office} recorded={recorded} />
          ))}
        </section>
      )}

      {step === "chooseDistrict" && (
        <SeatChoices
          seats={flow.seats}
          zip={flow.zip}
          base={base}
          isPostOffice={flow.isPostOffice}
          finder={OFFICIAL_FINDER}
        />
      )}

      {step === "offices" && (
        <section className="offices" aria-labelledby="house-title">
          <h2 id="house-title">{t("house")}</h2>
          {flow.isPostOffice && place && (
            <p className="notice">
              {t("seats.postOffice")} <a href={`${base}/lawmakers?state=${place.state}`}>{t("seats.all")}</a>
            </p>
          )}
          {flow.house ? (
            <LawmakerCard office={flow.house} recorded={recorded} />
          ) : (
            <div className="card" id="vacant-seat">
              <h3>{t("vacant.title")}</h3>
              <p>{t("vacant.body")}</p>
              <p>
                <a className="phone" href={`tel:+1-${SWITCHBOARD}`} dir="ltr">
                  {SWITCHBOARD}
                </a>{" "}
                {t("vacant.switchboard")}
              </p>
            </div>
          )}
          {place && flow.senators.length === 0 && <p className="notice">{t("noSenators", { place: place.name })}</p>}
        </section>
      )}

      {hasOffices && (
        <p>
          <a href={`${base}/lawmakers`}>{t("otherPlace")}</a> ·{" "}
          <a href={`${base}/take-action?country=US`}>{t("moreWays")}</a>
        </p>
      )}
      <footer className="facts-note">
        <p>
          {t("facts.asOf", {
            date: new Intl.DateTimeFormat(i18n.language, {
              dateStyle: "long",
              calendar: "gregory",
              timeZone: "UTC",
            }).format(new Date(`${flow.asOf}T00:00:00Z`)),
            congress: flow.congress,
            until: date.format(flow.validUntil),
          })}
        </p>
        <p lang="en" dir="ltr">
          {flow.source} {flow.attribution}.
        </p>
      </footer>
    </div>
  );
}

interface StateChoiceProps {
  title: string;
  body: string;
  states: { state: string; name: string }[];
  href(state: string): string;
}

/** States to choose from, none of them chosen. */
function StateChoice({ title, body, states, href }: StateChoiceProps) {
  return (
    <section className="panel" aria-labelledby="state-title">
      <h2 id="state-title">{title}</h2>
      <p>{body}</p>
      <ul className="choices">
        {states.map(({ state, name }) => (
          <li key={state}>
            <a className="choice" href={href(state)}>
              <bdi className="choice__name" lang="en">
                {name}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
