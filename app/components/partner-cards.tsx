import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { PartnerActionItem } from "~/domain/routing/routed-action";
import { useLanguageAttributes } from "./in-language";
import { OrganizationName } from "./organization-name";
import { useLocale } from "./use-locale";

interface Props {
  /** With `countries` where it must be said for whom it is. */
  items: (PartnerActionItem & { countries?: readonly string[] })[];
}

/** What partners ask people to do, one card each, below a heading of the second level. */
export function PartnerCards({ items }: Props) {
  const { t, i18n } = useTranslation("take-action");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const names = new Intl.ListFormat(i18n.language, { style: "short", type: "unit" });
  return (
    <div className="cards cards--two">
      {items.map((item) => (
        <article className="card" key={item.slug}>
          <p className="card__meta">
            <OrganizationName name={item.partnerName} isSample={item.partnerIsSample} />
          </p>
          <div {...language(item)}>
            <h3>{item.title}</h3>
            <p>{item.summary}</p>
            {item.campaignSlug === null && <p>{item.body}</p>}
          </div>
          {item.countries && item.countries.length > 0 && (
            <p className="muted">
              <bdi>{names.format(item.countries.map((code) => countryName(code, i18n.language)))}</bdi>
            </p>
          )}
          {item.campaignSlug ? (
            <p className="card__action">
              <a href={`/${locale}/campaigns/${item.campaignSlug}`} {...language(item)}>
                {item.cta}
              </a>
            </p>
          ) : item.partnerIsSample ? (
            <p className="muted">{t("partners.sampleLink")}</p>
          ) : (
            <p className="card__action">
              <a href={item.website} rel="noreferrer" {...language(item)}>
                {item.cta}
              </a>
            </p>
          )}
        </article>
      ))}
    </div>
  );
}
