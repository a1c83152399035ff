import { useTranslation } from "react-i18next";
import { UpdateCard, type UpdateCardFacts } from "./update-card";
import { useLocale } from "./use-locale";

/** The newest articles, or a line that says there is none yet. */
export function LatestUpdates({ updates }: { updates: UpdateCardFacts[] }) {
  const { t } = useTranslation("landing");
  const { t: all } = useTranslation("updates");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="news-title">
      <h2 id="news-title">{t("news.title")}</h2>
      {updates.length === 0 ? (
        <p className="muted">{t("news.none")}</p>
      ) : (
        <>
          <div className="cards cards--three">
            {updates.map((update) => (
              <UpdateCard key={update.slug} update={update} level="h3" />
            ))}
          </div>
          <p className="section__more">
            <a href={`/${locale}/updates`}>{all("all")}</a>
          </p>
        </>
      )}
    </section>
  );
}
