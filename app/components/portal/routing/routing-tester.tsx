import { useTranslation } from "react-i18next";
import type { RoutingTest, RuleLine } from "~/domain/partner-actions/routing-desk.server";
import { placeName } from "~/domain/routing/place-choices";
import { stateCodes } from "~/domain/routing/rule-places";
import { languageName } from "~/i18n/language-name";
import { localeNames, locales } from "~/i18n/locales";
import { CountryOptions } from "../../country-options";
import { FieldTexts, fieldAttributes } from "../../field";
import { SelectField } from "../select-field";
import { ShownActions } from "./shown-actions";
import { usePlaceWords } from "./use-place-words";

export interface Tested {
  values: { country: string; region: string; locale: string; view: "planned" | "public" };
  result: RoutingTest | null;
  isUnknown: boolean;
}

interface Props {
  base: string;
  test: Tested;
  countries: readonly { code: string; name: string }[];
  rules: readonly RuleLine[];
}

/** Shows what somebody in a place would be offered, and why. */
export function RoutingTester({ base, test, countries, rules }: Props) {
  const { t, i18n } = useTranslation("portal-routing");
  const { values, result, isUnknown } = test;
  const { compare } = new Intl.Collator(i18n.language);
  const states = stateCodes
    .map((code) => ({ value: code, label: placeName(code, i18n.language) }))
    .sort((a, b) => compare(a.label, b.label));
  const error = isUnknown ? t("tester.unknownCountry") : undefined;
  return (
    <section className="portal-card" id="try" aria-labelledby="try-title">
      <h2 id="try-title">{t("tester.title")}</h2>
      <p>{t("tester.lead")}</p>
      <form method="get" action={`${base}/routing#try`} className="portal-filter" noValidate>
        <div className={error ? "field field--faulty" : "field"}>
          <FieldTexts id="country" label={t("tester.country")} error={error} />
          <select name="country" {...fieldAttributes({ id: "country", error })} defaultValue={values.country}>
            <CountryOptions countries={countries} />
          </select>
        </div>
        <SelectField
          id="region"
          label={t("tester.region")}
          defaultValue={values.region}
          options={[{ value: "", label: t("tester.regionNone") }, ...states]}
        />
        <SelectField
          id="locale"
          label={t("tester.locale")}
          defaultValue={values.locale}
          options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        />
        <SelectField
          id="view"
          label={t("tester.view")}
          defaultValue={values.view}
          options={(["planned", "public"] as const).map((view) => ({ value: view, label: t(`tester.views.${view}`) }))}
        />
        <button type="submit" className="button button--small">
          {t("tester.submit")}
        </button>
      </form>
      {result && <Result result={result} locale={values.locale} rules={rules} />}
    </section>
  );
}

function Result({ result, locale, rules }: { result: RoutingTest; locale: string; rules: readonly RuleLine[] }) {
  const { t, i18n } = useTranslation("portal-routing");
  const { t: sign } = useTranslation("sign");
  const { place } = usePlaceWords();
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  const { steps, usualKey, actions, country, subdivision } = result;
  const hostRule = (key: string) => {
    const known = hostRules.find((one) => one === key);
    return known ? t(`tester.hostRules.${known}`) : key;
  };
  const ruleName = ({ key, isOfCampaign }: RoutingTest["steps"][number]) => {
    const number = rules.findIndex(({ rule }) => rule.id === key) + 1;
    if (isOfCampaign && number > 0) return t("rules.ruleNumber", { number });
    return t("tester.ofAll", { rule: hostRule(key) });
  };
  const where = country === "ZZ" ? sign("country.preferNotToSay") : place(subdivision ?? country);
  return (
    <div id="result">
      <h3>{t("tester.result", { place: where, language: languageName(locale, i18n.language) })}</h3>
      <p>{t("tester.actions")}</p>
      <ShownActions actions={actions} locale={locale} />
      <h3>{t("tester.steps")}</h3>
      <ol className="routing-steps">
        {steps.map((step) => (
          <li key={step.key} className={step.unmet.length === 0 ? "is-decisive" : undefined}>
            <strong>{ruleName(step)}</strong>
            <br />
            {step.unmet.length > 0
              ? t("tester.fitsNot", { why: list.format(step.unmet.map((one) => t(`tester.conditions.${one}`))) })
              : step.fitsBy === null
                ? t("tester.decides")
                : t("tester.decidesBy", { place: place(step.fitsBy) })}
          </li>
        ))}
      </ol>
      {usualKey && <p>{t("tester.usualOf", { rule: hostRule(usualKey) })}</p>}
    </div>
  );
}

const hostRules = [
  "country-table",
  "eea",
  "global",
  "region-partners",
  "us-abroad",
  "us-dc",
  "us-state",
  "us-territories",
] as const;
