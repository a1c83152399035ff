import { useTranslation } from "react-i18next";
import type { OwnPublicSignature } from "~/domain/public-signatures/find-public-signature.server";
import type { PublicChoice, PublicChoiceErrors } from "~/domain/public-signatures/public-choice";
import { countryName } from "~/domain/regions/country-names";
import { ErrorSummary } from "./error-summary";
import { useLanguageAttributes } from "./in-language";
import { PublicChoiceFields, type PublicWording } from "./public-choice-fields";
import { ReadOnlyNotice } from "./read-only-notice";
import { ShownSignature } from "./shown-signature";
import { Withdraw } from "./withdraw";

interface Props {
  state: "open" | "done" | "expired";
  name: string;
  country: string;
  newsletter: boolean;
  partners: string[];
  petition: { title: string; summary: string; locale: string; dir: "ltr" | "rtl" };
  /** What one is asked to agree to beside the button. */
  wordings: PublicWording[];
  /** What is shown of a confirmed signature; null where nothing is. */
  shown: OwnPublicSignature | null;
  /** Path of the page that follows, where nothing is left to confirm. */
  next: string;
  /** What a refused form held. */
  values: PublicChoice | null;
  errors: PublicChoiceErrors | null;
}

/** What a mailed link would confirm: everything that pressing the button will mean, before it is pressed. */
export function Confirm({ state, name, country, newsletter, partners, petition, next, ...choice }: Props) {
  const { t, i18n } = useTranslation("confirm");
  const { t: sign } = useTranslation("sign");
  const language = useLanguageAttributes();
  const list = new Intl.ListFormat(i18n.language);

  return (
    <div className="page page--narrow">
      <h1>{t(`${state}.title`)}</h1>
      <p className="lead">{t(`${state}.body`)}</p>
      {choice.errors && <ErrorSummary errors={[{ field: "comment", message: t(`errors.${choice.errors.comment}`) }]} />}
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
          {choice.shown && <ShownSignature {...choice.shown} />}
          <Withdraw />
        </>
      ) : (
        <form method="post">
          <input type="hidden" name="intent" value={state === "open" ? "confirm" : "renew"} />
          {state === "open" && <PublicChoiceFields {...choice} />}
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
