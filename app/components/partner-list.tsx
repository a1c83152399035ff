import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { useLanguageAttributes } from "./in-language";
import { OrganizationName } from "./organization-name";

export interface PartnerCard {
  slug: string;
  name: string;
  country: string;
  isSample: boolean;
  description: { text: string; locale: string; dir: "ltr" | "rtl"; status: string } | null;
}

/** The organizations that carry the campaign; fictional ones are marked. */
export function PartnerList({ partners }: { partners: PartnerCard[] }) {
  const { t, i18n } = useTranslation("landing");
  const { t: site } = useTranslation("site");
  const language = useLanguageAttributes();
  if (partners.length === 0) return null;
  const hasSamples = partners.some((partner) => partner.isSample);
  return (
    <section className="section" id="partners" aria-labelledby="partners-title">
      <h2 id="partners-title">{t("partners.title")}</h2>
      {hasSamples && <p className="muted">{site("sample.note")}</p>}
      <ul className="partners">
        {partners.map((partner) => (
          <li key={partner.slug}>
            <h3>
              <OrganizationName {...partner} />
            </h3>
            <p className="muted">{countryName(partner.country, i18n.language)}</p>
            {partner.description && <p {...language(partner.description)}>{partner.description.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
