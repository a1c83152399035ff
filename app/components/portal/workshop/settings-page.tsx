import { useTranslation } from "react-i18next";
import type { WordingChoice } from "~/domain/workshop/settings.server";
import { localTimeOf } from "~/domain/workshop/zoned-time";
import { ErrorSummary } from "../../error-summary";
import { FieldTexts, fieldAttributes, TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import { SelectField } from "../select-field";
import type { CampaignFrame } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import { ChangedNote, type SentChange } from "./changed-note";
import { WordingChoices } from "./wording-choices";

interface Props {
  frame: CampaignFrame;
  done: string | null;
  version: number;
  facts: {
    goal: number;
    opensAt: string | null;
    closesAt: string | null;
    timeZone: string;
    countries: string[];
  };
  wordings: WordingChoice[];
  /** Every time zone that can be chosen. */
  zones: string[];
  countries: readonly { code: string; name: string }[];
  waitsForHost: boolean;
  mayChange: boolean;
  sent: (SentChange & { countries: string[] }) | null;
}

/** How many countries can be added at a press. */
const FREE_COUNTRIES = ["first", "second", "third"] as const;

/** A campaign's goal, dates, countries, and under which wordings it asks. */
export function SettingsPage({ frame, done, version, facts, wordings, zones, countries, sent, ...props }: Props) {
  const { t } = useTranslation("portal-workshop");
  const mine = sent?.intent === "settings" ? sent : null;
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const timeZone = mine?.values.timeZone ?? facts.timeZone;
  const local = (iso: string | null) => (iso === null ? "" : localTimeOf(new Date(iso), facts.timeZone));
  const chosen = mine?.countries ?? facts.countries;
  const nameOf = (code: string) => countries.find((one) => one.code === code)?.name ?? code;
  const error = errorOf("countries");

  return (
    <>
      <CampaignHeading frame={frame} part="settings" />
      <ChangedNote done={done} sent={sent} />
      <ErrorSummary errors={summary} />
      {props.waitsForHost && <p className="visually-muted">{t("settings.waits")}</p>}
      <DeedForm intent="settings" className="portal-card workshop-form">
        <h2>{t("settings.title")}</h2>
        <fieldset disabled={!props.mayChange}>
          <input type="hidden" name="version" value={version} />
          <TextField
            id="goal"
            inputMode="numeric"
            label={t("facts.goal")}
            hint={t("settings.goalHint")}
            error={errorOf("goal")}
            defaultValue={mine?.values.goal ?? String(facts.goal)}
            autoComplete="off"
            maxLength={12}
          />
          <SelectField
            id="timeZone"
            label={t("facts.timeZone")}
            hint={t("settings.timeZoneHint")}
            error={errorOf("timeZone")}
            defaultValue={timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
          <TextField
            id="opensAt"
            type="datetime-local"
            className="workshop-moment"
            label={t("facts.opensAt")}
            hint={t("settings.opensHint", { timeZone })}
            error={errorOf("opensAt")}
            defaultValue={mine?.values.opensAt ?? local(facts.opensAt)}
          />
          <TextField
            id="closesAt"
            type="datetime-local"
            className="workshop-moment"
            label={t("facts.closesAt")}
            hint={t("settings.closesHint", { timeZone })}
            error={errorOf("closesAt")}
            defaultValue={mine?.values.closesAt ?? local(facts.closesAt)}
          />
          <fieldset
            id="countries"
            className={error ? "field field--faulty" : "field"}
            aria-describedby={error ? "countries-hint countries-error" : "countries-hint"}
          >
            <legend>{t("facts.countries")}</legend>
            <p className="field__hint" id="countries-hint">
              {t("settings.countriesHint")}
            </p>
            {error && (
              <p className="field__error" id="countries-error">
                {error}
              </p>
            )}
            {chosen
              .filter((code) => code !== "")
              .map((code) => (
                <label className="check" key={code} htmlFor={`country-${code}`}>
                  <input type="checkbox" id={`country-${code}`} name="countries" value={code} defaultChecked />
                  <span>{nameOf(code)}</span>
                </label>
              ))}
            <details open={chosen.length === 0}>
              <summary>{t("settings.addCountries")}</summary>
              {FREE_COUNTRIES.map((which) => (
                <div className="field" key={which}>
                  <FieldTexts id={`country-${which}`} label={t(`settings.country.${which}`)} />
                  <select name="countries" {...fieldAttributes({ id: `country-${which}` })} defaultValue="">
                    <option value="">{t("settings.noCountry")}</option>
                    {countries.map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </details>
          </fieldset>
          {props.mayChange && (
            <button type="submit" className="button">
              {t("settings.save")}
            </button>
          )}
        </fieldset>
      </DeedForm>
      <WordingChoices
        choices={wordings}
        version={version}
        mayChange={props.mayChange}
        error={sent?.intent === "wordings" ? errorOf("wordings") : undefined}
      />
    </>
  );
}
