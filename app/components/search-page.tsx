import { useTranslation } from "react-i18next";
import { languageName } from "~/i18n/language-name";
import { useLanguageAttributes } from "./in-language";
import { SearchForm } from "./search-form";
import { useLocale } from "./use-locale";

interface Props {
  query: string;
  hits: {
    kind: "campaign" | "principle" | "update";
    key: string;
    path: string;
    locale: string;
    dir: "ltr" | "rtl";
    title: string;
    excerpt: { text: string; isHit: boolean }[];
  }[];
  hasMore: boolean;
}

/** The search form, and what was found. */
export function SearchPage({ query, hits, hasMore }: Props) {
  const { t } = useTranslation("search");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const [first] = hits;
  return (
    <div className="page page--medium">
      <h1>{t("title")}</h1>
      <SearchForm query={query} />
      <p className="muted">{t("private")}</p>
      {query !== "" && (
        <section aria-labelledby="results-title">
          <h2 id="results-title">{t("results", { query })}</h2>
          {first === undefined && <p>{t("none")}</p>}
          {first !== undefined && first.locale !== locale && (
            <p>{t("otherLanguage", { language: languageName(first.locale, locale) })}</p>
          )}
          <ol className="hits list-plain">
            {hits.map((hit) => (
              <li key={`${hit.kind}-${hit.key}`}>
                <p className="card__meta">{t(`kinds.${hit.kind}`)}</p>
                <h3 {...language(hit)}>
                  <a href={`/${locale}/${hit.path}`}>{hit.title}</a>
                </h3>
                <p {...language(hit)}>
                  {hit.excerpt.map((part, index) =>
                    part.isHit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
                  )}
                </p>
              </li>
            ))}
          </ol>
          {hasMore && <p>{t("more")}</p>}
        </section>
      )}
    </div>
  );
}
