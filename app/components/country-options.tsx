import { useTranslation } from "react-i18next";

/** The choices of a country field: nothing yet, every country and territory, and not to say. */
export function CountryOptions({ countries }: { countries: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation("sign");
  return (
    <>
      <option value="">{t("country.choose")}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
      <option value="ZZ">{t("country.preferNotToSay")}</option>
    </>
  );
}
