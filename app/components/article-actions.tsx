import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { PartnerActionItem } from "~/domain/routing/routed-action";
import { useLanguageAttributes } from "./in-language";
import { PartnerCards } from "./partner-cards";
import { useLocale } from "./use-locale";

export interface ArticleActionsProps {
  campaign: { slug: string; address: string; title: string; locale: string; dir: "ltr" | "rtl" };
  /** What partners ask for about the same principles. */
  actions: (PartnerActionItem & { countries: readonly string[] })[];
  /** Those that the article is about. */
  countries: readonly string[];
}

/** What a reader of an article can do: sign, act in the countries that it is about, join what partners do. */
export function ArticleActions({ campaign, actions, countries }: ArticleActionsProps) {
  const { t, i18n } = useTranslation("updates");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const takeAction = `/${locale}/campaigns/${campaign.slug}/take-action`;
  return (
    <>
      <section className="panel" aria-labelledby="act-title">
        <h2 id="act-title">{t("article.act")}</h2>
        <p {...language(campaign)}>{campaign.title}</p>
        <p>
          <a className="button" href={`/${locale}/campaigns/${campaign.address}#sign`}>
            {t("article.sign")}
          </a>
        </p>
        {countries.length === 0 ? (
          <p>
            <a href={takeAction}>{t("article.actAnywhere")}</a>
          </p>
        ) : (
          <ul>
            {countries.map((code) => (
              <li key={code}>
                <a href={`${takeAction}?country=${code}`}>
                  {t("article.actIn", { country: countryName(code, i18n.language) })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {actions.length > 0 && (
        <section aria-labelledby="partners-title">
          <h2 id="partners-title">{t("article.partners")}</h2>
          <PartnerCards items={actions} />
        </section>
      )}
    </>
  );
}
