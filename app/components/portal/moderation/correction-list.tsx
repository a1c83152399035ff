import { useTranslation } from "react-i18next";
import { DeedForm, Moment } from "../portal-form";
import { type Office, OfficeName } from "./office-name";

export interface Correction {
  id: string;
  bioguide: string;
  office: Office;
  field: "phone" | "contact_form" | "website" | "local_phone";
  value: string | null;
  was: string;
  facts: string[];
  status: "standing" | "stale" | "agreed" | "gone";
  by: string;
  at: Date;
}

/** What is shown in place of the facts, by whom, and whether it still is. */
export function CorrectionList({ corrections, mayAct }: { corrections: Correction[]; mayAct: boolean }) {
  const { t } = useTranslation("portal-trust");
  return (
    <section className="desk-part" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t("reports.corrections")}</h2>
      {corrections.length === 0 && <p>{t("reports.noCorrections")}</p>}
      <ul className="moderation-list">
        {corrections.map((one) => (
          <li className="portal-card" key={one.id}>
            <h3>
              <OfficeName office={one.office} bioguide={one.bioguide} />
            </h3>
            <p>
              <span className="state-tag">{t(`reports.statuses.${one.status}`)}</span>{" "}
              {t(`reports.fields.${one.field}`)}
            </p>
            <dl className="delivery-facts">
              <Value words={t("reports.shownNow")} value={one.value} />
              <Value words={t("reports.was")} value={one.was === "" ? null : one.was} />
              {one.status === "stale" && <Value words={t("reports.factsSay")} value={one.facts.join(", ")} />}
            </dl>
            <p>{t(`reports.meanings.${one.status}`)}</p>
            <p className="visually-muted">
              <bdi>{one.by}</bdi> · <Moment at={one.at} />
            </p>
            {mayAct && (
              <DeedForm intent="withdraw">
                <input type="hidden" name="correction" value={one.id} />
                <button type="submit" className="button button--small button--quiet">
                  {t("reports.withdraw")}
                </button>
              </DeedForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ words, value }: { words: string; value: string | null }) {
  const { t } = useTranslation("portal-trust");
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        {value === null ? (
          t("reports.nothing")
        ) : (
          <bdi dir="ltr" className="reported-value">
            {value}
          </bdi>
        )}
      </dd>
    </div>
  );
}
