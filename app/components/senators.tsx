import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { LawmakerCard } from "./lawmaker-card";
import { SENATE_LIST } from "./official-sites";
import type { FlowNumbers, Visit } from "./visit";

interface Props {
  flow: LawmakerFlowView;
  /** The campaign's address, with the language. */
  base: string;
  visit: Visit;
  numbers: FlowNumbers;
}

/** The senators of a place, and in words what the facts don't tell about them. */
export function Senators({ flow, base, visit, numbers }: Props) {
  const { t } = useTranslation("lawmakers");
  const { senators, unknownSenators, untilElection, hasEnded } = flow;
  const isUnsure = unknownSenators > 0 || untilElection.length > 0;
  if (senators.length === 0 && !isUnsure) return hasEnded ? <p className="notice">{t("expired.noSenators")}</p> : null;
  return (
    <section className="offices" aria-labelledby="senators-title">
      <h2 id="senators-title">{t("senators", { count: senators.length === 1 ? 1 : 2 })}</h2>
      {hasEnded && <p>{senators.length > 0 ? t("expired.senators") : t("expired.noSenators")}</p>}
      {senators.map((office) => (
        <LawmakerCard
          key={office.bioguide}
          office={office}
          base={base}
          visit={visit}
          totals={numbers.offices[office.bioguide] ?? null}
          answers={numbers.answers[office.bioguide] ?? null}
        />
      ))}
      {isUnsure && (
        <div className="notice">
          {untilElection.map((name) => (
            <p key={name}>{t("untilElection", { name })}</p>
          ))}
          {unknownSenators > 0 && !hasEnded && <p>{t("unknownSenators", { count: unknownSenators })}</p>}
          <p>
            <a href={SENATE_LIST} rel="noreferrer">
              {t("senateSite")}
            </a>
          </p>
        </div>
      )}
    </section>
  );
}
