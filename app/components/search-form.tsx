import { useTranslation } from "react-i18next";
import { useLocale } from "./use-locale";

/** Looks for published content. */
export function SearchForm({ query }: { query: string }) {
  const { t } = useTranslation("search");
  const locale = useLocale();
  return (
    <search>
      <form className="search-form" action={`/${locale}/search`} method="get">
        <label htmlFor="search-words">{t("label")}</label>
        <div className="search-form__line">
          <input
            id="search-words"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            dir="auto"
          />
          <button className="button" type="submit">
            {t("button")}
          </button>
        </div>
      </form>
    </search>
  );
}
