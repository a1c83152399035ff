import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { useLanguageAttributes } from "./in-language";
import { ReadOnlyNotice } from "./read-only-notice";
import { Withdraw } from "./withdraw";

interface Props {
  state: "open" | "done" | "expired";
  name: string;
  country: string;
  newsletter: boolean;
  partners: string[];
  petition: { title: string; summary: string; locale: string; dir: "ltr" | "rtl" };
  /** Path of the page that follows, where nothing is left to confirm. */
  next: string;
}

/** What a mailed link would confirm: everything that pressing the button will mean, before it is pressed. */
export function Confirm({ state, name, country, newsletter, partners, petition, next }: Props) {
  const { t, i18n } = useTranslation("confirm");
  const { t: sign } = useTranslation("sign");
  const language = useLanguageAttributes();
  const list = new Intl.ListFormat(i18n.language);

  return (
    <div className="page page--narrow">
      <h1>{t(`${state}.title`)}</h1>
      <p className="lead">{t(`${state}.body`)}</p>
      {state === "open" && (
        <dl className="facts">
          <div>
            <dt>{t("facts.petition")}</dt>
            <dd {...language(petition)}>{petition.title}</dd>
          </div>
          <div>
            <dt>{t("facts.name")}</dt>
            <dd>
              <bdi>{name}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t("facts.country")}</dt>
            <dd>{country === "ZZ" ? sign("country.preferNotToSay") : countryName(country, i18n.language)}</dd>
          </div>
          <div>
            <dt>{t("facts.newsletter")}</dt>
            <dd>{newsletter ? t("facts.yes") : t("facts.no")}</dd>
          </div>
          <div>
            <dt>{t("facts.partners")}</dt>
            <dd>{partners.length > 0 ? <bdi>{list.format(partners)}</bdi> : t("facts.nobody")}</dd>
          </div>
        </dl>
      )}
      {state === "done" ? (
        <>
          <p>
            <a className="button button--large" href={next}>
              {t("done.button")}
            </a>
          </p>
          <Withdraw />
        </>
      ) : (
        <form method="post">
          <input type="hidden" name="intent" value={state === "open" ? "confirm" : "renew"} />
          <ReadOnlyNotice />
          <button className="button button--large" type="submit">
            {t(`${state}.button`)}
          </button>
          <p className="muted">{t(`${state}.note`)}</p>
        </form>
      )}
    </div>
  );
}
