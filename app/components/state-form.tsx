import { useTranslation } from "react-i18next";
import { stateName } from "~/domain/lawmakers/state-names";
import { homeStates } from "~/domain/regions/us-subdivisions";

const choices = homeStates
  .map((state) => ({ code: `US-${state}`, name: stateName(state) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Asks in which state somebody lives, for states have laws of their own. */
export function StateForm({ action, chosen }: { action: string; chosen: string | null }) {
  const { t } = useTranslation("principles");
  const { t: lawmakers } = useTranslation("lawmakers");
  return (
    <form method="get" action={action} className="inline-form">
      <input type="hidden" name="country" value="US" />
      <div className="field">
        <label htmlFor="region">{lawmakers("chooseState.title")}</label>
        <select id="region" name="region" defaultValue={chosen ? `US-${chosen}` : ""} required>
          <option value="">{t("law.state.choose")}</option>
          {choices.map(({ code, name }) => (
            <option key={code} value={code} lang="en" dir="ltr">
              {name}
            </option>
          ))}
        </select>
      </div>
      <button className="button button--quiet" type="submit">
        {t("law.state.button")}
      </button>
    </form>
  );
}
