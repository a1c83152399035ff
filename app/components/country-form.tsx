import { useTranslation } from "react-i18next";
import { CountryOptions } from "./country-options";

/** Asks for the country, and only that. */
export function CountryForm({
  action,
  countries,
  chosen,
}: {
  action: string;
  countries: readonly { code: string; name: string }[];
  chosen: string;
}) {
  const { t } = useTranslation("sign");
  const { t: take } = useTranslation("take-action");
  return (
    <form method="get" action={action} className="inline-form">
      <div className="field">
        <label htmlFor="country">{t("country.label")}</label>
        <select id="country" name="country" defaultValue={chosen} required autoComplete="country">
          <CountryOptions countries={countries} />
        </select>
      </div>
      <button className="button button--quiet" type="submit">
        {take("show")}
      </button>
    </form>
  );
}
