import { useTranslation } from "react-i18next";
import type { RoutingDesk, RuleLine } from "~/domain/partner-actions/routing-desk.server";
import { MOST_ACTIONS } from "~/domain/partner-actions/rule-form";
import type { Continent } from "~/domain/routing/place-choices";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import { SelectField } from "../select-field";
import { PlacePicker } from "./place-picker";
import type { SentForm } from "./sent-form";

interface Props {
  base: string;
  routing: Pick<RoutingDesk, "desk">;
  /** Null: a new rule is written. */
  edited: RuleLine | null;
  newId: string;
  continents: readonly Continent[];
  sent: SentForm | null;
}

/** A rule, as one writes it. */
export function RuleForm({ base, routing: { desk }, edited, newId, continents, sent }: Props) {
  const { t } = useTranslation("portal-routing");
  const { errorOf } = useFieldErrors(sent?.errors);
  const rule = edited?.rule ?? null;
  const whom = sent?.values.whom ?? (rule !== null && rule.places.length === 0 ? "everybody" : "places");
  const places = sent?.lists.place ?? rule?.places ?? [];
  const actions = sent?.lists.action ?? rule?.actions ?? [];
  const withUsual = sent ? sent.values.withUsual === "yes" : (rule?.withUsual ?? true);
  const options = [
    { value: "", label: "—" },
    ...desk.actions.map(({ action, title, state }) => ({
      value: action.slug,
      label: state === "offered" ? title : `${title} (${t(`states.${state}`)})`,
    })),
  ];
  const fields = Math.min(MOST_ACTIONS, Math.max(desk.actions.length, actions.length, 1));
  return (
    <DeedForm intent="save" id="rule-form" className="portal-wide-form">
      <h2>{edited === null ? t("rules.newTitle") : t("rules.change")}</h2>
      <p>{t("rules.formLead")}</p>
      <input type="hidden" name="rule" value={rule?.id ?? sent?.values.rule ?? newId} />
      <input type="hidden" name="seen" value={edited?.seen ?? ""} />
      <fieldset className="field" id="whom" tabIndex={-1}>
        <legend>{t("rules.whom")}</legend>
        {errorOf("whom") && <p className="field__error">{errorOf("whom")}</p>}
        {(["places", "everybody"] as const).map((value) => (
          <label className="check" key={value} htmlFor={`whom-${value}`}>
            <input
              type="radio"
              id={`whom-${value}`}
              name="whom"
              value={value}
              defaultChecked={whom === value}
              data-whom={value}
            />
            <span>{value === "places" ? t("rules.whomPlaces") : t("rules.everybody")}</span>
          </label>
        ))}
      </fieldset>
      <PlacePicker
        name="place"
        legend={t("rules.place")}
        hint={t("rules.placeHint")}
        error={errorOf("place")}
        continents={continents}
        chosen={places}
        withRegions
      />
      <fieldset className="field" aria-describedby="actions-hint">
        <legend>{t("rules.actionsLegend")}</legend>
        <p className="field__hint" id="actions-hint">
          {t("rules.actionsHint")}
        </p>
        {Array.from({ length: fields }, (_, index) => (
          <SelectField
            key={index}
            id={`action-${index}`}
            name="action"
            label={t("rules.actionsAt", { number: index + 1 })}
            error={errorOf(`action-${index}`)}
            defaultValue={actions[index] ?? ""}
            options={options}
          />
        ))}
        <label className="check" htmlFor="withUsual">
          <input type="checkbox" id="withUsual" name="withUsual" value="yes" defaultChecked={withUsual} />
          <span>{t("rules.withUsual")}</span>
        </label>
      </fieldset>
      <div className="button-row">
        <button type="submit" className="button">
          {t("rules.save")}
        </button>
        <a href={`${base}/routing`}>{t("rules.cancel")}</a>
      </div>
    </DeedForm>
  );
}
