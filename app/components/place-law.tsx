import { useTranslation } from "react-i18next";
import type { LawOfPlace } from "~/domain/principles/law-of-place.server";
import { CountryOptions } from "./country-options";
import { LawNote } from "./law-note";
import { LawOfCountry } from "./law-of-country";
import { StateForm } from "./state-form";

interface Props {
  /** Of the principle. */
  slug: string;
  law: LawOfPlace | null;
  /** The page that shows the law of the place that is chosen. */
  action: string;
  countries: readonly { code: string; name: string }[];
}

/** What the law of a chosen place says of a principle, and the choice of the place. */
export function PlaceLaw({ slug, law, action, countries }: Props) {
  const { t } = useTranslation("principles");
  const { t: sign } = useTranslation("sign");
  return (
    <section aria-labelledby="law-title" id="law">
      <h2 id="law-title">{t("law.title")}</h2>
      {law ? (
        <>
          <LawOfCountry slug={slug} law={law} />
          {law.country === "US" && <StateForm action={`${action}#law`} chosen={law.state} />}
          <LawNote law={law} />
        </>
      ) : (
        <p>{t("law.choose")}</p>
      )}
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
