import { useTranslation } from "react-i18next";
import { AUTOMATIC_ACTOR } from "~/domain/audit/audit-kinds";
import { useFieldErrors } from "../field-error";
import { DeedForm, Moment } from "../portal-form";
import { ProofNote } from "../proof-note";
import { SelectField } from "../select-field";
import type { SentForm } from "../sent-form";

export interface SwitchFacts {
  name: "regions-paused" | "mail-paused" | "read-only" | "signatures-paused" | "under-attack";
  scope: "all" | "campaign";
  isGrave: boolean;
  on: { campaignSlug: string | null; since: Date; by: string }[];
}

interface Props {
  switches: SwitchFacts[];
  campaigns: string[];
  mayAct: boolean;
  isProven: boolean;
  sent: SentForm | null;
}

/** What can be turned on for the time being when too much comes at once, and where it is on. */
export function SwitchList({ switches, campaigns, mayAct, isProven, sent }: Props) {
  const { t } = useTranslation("portal-trust");
  return (
    <section className="desk-part" aria-labelledby="switches-title">
      <h2 id="switches-title">{t("switches.title")}</h2>
      <p>{t("switches.lead")}</p>
      <ul className="moderation-list">
        {switches.map((one) => (
          <li className={one.on.length > 0 ? "portal-card switch--on" : "portal-card"} key={one.name}>
            <h3>
              {t(`switches.names.${one.name}`)}{" "}
              <span className="state-tag">{one.on.length > 0 ? t("switches.on") : t("switches.off")}</span>
            </h3>
            <p>{t(`switches.effects.${one.name}`)}</p>
            {one.on.length > 0 && (
              <ul className="plain-list">
                {one.on.map((place) => (
                  <li className="button-row" key={place.campaignSlug ?? "all"}>
                    <span>
                      {place.campaignSlug === null ? t("switches.everywhere") : <bdi>{place.campaignSlug}</bdi>} ·{" "}
                      {place.by === AUTOMATIC_ACTOR ? t("switches.automatic") : <bdi>{place.by}</bdi>} ·{" "}
                      <Moment at={place.since} />
                    </span>
                    {mayAct && (
                      <DeedForm intent="switch-off">
                        <input type="hidden" name="name" value={one.name} />
                        <input type="hidden" name="campaign" value={place.campaignSlug ?? ""} />
                        <button type="submit" className="button button--small">
                          {t("switches.turnOff")}
                        </button>
                      </DeedForm>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {mayAct && (one.scope === "campaign" || one.on.length === 0) && (
              <TurnOn
                {...{
                  one,
                  isProven,
                  sent: sent?.intent === "switch-on" && sent.values.name === one.name ? sent : null,
                }}
                campaigns={campaigns.filter((slug) => !one.on.some(({ campaignSlug }) => campaignSlug === slug))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TurnOnProps {
  one: SwitchFacts;
  campaigns: string[];
  isProven: boolean;
  sent: SentForm | null;
}

function TurnOn({ one, campaigns, isProven, sent }: TurnOnProps) {
  const { t } = useTranslation("portal-trust");
  const { errorOf } = useFieldErrors(sent?.errors);
  if (one.scope === "campaign" && campaigns.length === 0) return null;
  return (
    <details open={sent !== null}>
      <summary>{t("switches.turnOnSummary", { name: t(`switches.names.${one.name}`) })}</summary>
      {one.isGrave && <ProofNote isProven={isProven} />}
      <DeedForm intent="switch-on">
        <input type="hidden" name="name" value={one.name} />
        {one.scope === "campaign" ? (
          <SelectField
            id={`campaign-${one.name}`}
            name="campaign"
            label={t("switches.campaign")}
            error={errorOf("campaign")}
            defaultValue={sent?.values.campaign ?? ""}
            options={[
              { value: "", label: t("switches.chooseCampaign") },
              ...campaigns.map((slug) => ({ value: slug, label: slug })),
            ]}
          />
        ) : (
          <input type="hidden" name="campaign" value="" />
        )}
        <button type="submit" className={one.isGrave ? "button button--small button--danger" : "button button--small"}>
          {t("switches.turnOn")}
        </button>
      </DeedForm>
    </details>
  );
}
