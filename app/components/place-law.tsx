import { useTranslation } from "react-i18next";
import type { LawOfPlace } from "~/domain/principles/law-of-place.server";
import { countryName } from "~/domain/regions/country-names";
import { CountryOptions } from "./country-options";

interface Props {
  law: LawOfPlace | null;
  /** The page that shows the law of the country that is chosen. */
  action: string;
  countries: readonly { code: string; name: string }[];
}

/** What the law of a chosen place says, and the choice of the place. */
export function PlaceLaw({ law, action, countries }: Props) {
  const { t } = useTranslation("principles");
  const { t: sign } = useTranslation("sign");
  return (
    <section aria-labelledby="law-title" id="law">
      <h2 id="law-title">{t("law.title")}</h2>
      {law ? <Law law={law} /> : <p>{t("law.choose")}</p>}
      <form method="get" action={`${action}#law`} className="inline-form">
        <div className="field">
          <label htmlFor="country">{sign("country.label")}</label>
          <select id="country" name="country" defaultValue={law?.country ?? ""} required autoComplete="country">
            <CountryOptions countries={countries} />
          </select>
        </div>
        <button className="button button--quiet" type="submit">
          {t("law.button")}
        </button>
      </form>
    </section>
  );
}

function Law({ law }: { law: LawOfPlace }) {
  const { t, i18n } = useTranslation("principles");
  const country = countryName(law.country, i18n.language);
  const list = new Intl.ListFormat(i18n.language).format(law.places.map((place) => `\u2066${place}\u2069`));
  const month = new Intl.DateTimeFormat(i18n.language, {
    ...{ year: "numeric", month: "long", calendar: "gregory", timeZone: "UTC" },
  });
  return (
    <>
      {law.country === "US" ? (
        <p>{t("law.us")}</p>
      ) : law.lawName ? (
        <p>
          {t("law.named", { country })} <bdi>{law.lawName}</bdi>
        </p>
      ) : (
        <p>{t("law.unknown", { country })}</p>
      )}
      {law.system && law.places.length > 0 && (
        <p>{law.system === "gdpr" ? t("law.articles", { list }) : t("law.california", { list })}</p>
      )}
      <p className="muted">{t("law.note", { date: month.format(new Date(`${law.asOf}-15T00:00:00Z`)) })}</p>
    </>
  );
}
