import { useTranslation } from "react-i18next";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { useLanguageAttributes } from "./in-language";
import { OrganizationName } from "./organization-name";
import { useLocale } from "./use-locale";

type Props = Omit<Extract<RoutedAction, { kind: "partner_actions" }>, "kind">;

/** What partners ask people to do: in the country, in the wider region, or anywhere. */
export function PartnerActions({ scope, items }: Props) {
  const { t } = useTranslation("take-action");
  const locale = useLocale();
  const language = useLanguageAttributes();
  return (
    <section className="action" aria-labelledby={`partners-${scope}`}>
      <h2 id={`partners-${scope}`}>{t(`partners.${scope}`)}</h2>
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
    </section>
  );
}
