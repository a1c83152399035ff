import { useTranslation } from "react-i18next";
import { useLanguageAttributes } from "./in-language";

export interface UpdateCard {
  slug: string;
  type: "news" | "explainer" | "research" | "guide" | "partner_story" | "policy_brief" | "event";
  isSample: boolean;
  publishedAt: Date;
  title: string;
  dek: string;
  locale: string;
  dir: "ltr" | "rtl";
}

/** The newest articles, or a line that says there is none yet. */
export function LatestUpdates({ updates }: { updates: UpdateCard[] }) {
  const { t, i18n } = useTranslation("landing");
  const { t: site } = useTranslation("site");
  const language = useLanguageAttributes();
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  return (
    <section className="section" aria-labelledby="news-title">
      <h2 id="news-title">{t("news.title")}</h2>
      {updates.length === 0 ? (
        <p className="muted">{t("news.none")}</p>
      ) : (
        <div className="cards cards--three">
          {updates.map((update) => (
            <article className="card" key={update.slug}>
              <p className="card__meta">
                {t(`news.types.${update.type}`)} ·{" "}
                <time dateTime={update.publishedAt.toISOString().slice(0, 10)}>{date.format(update.publishedAt)}</time>{" "}
                {update.isSample && <span className="tag">{site("sample.tag")}</span>}
              </p>
              <h3 {...language(update)}>{update.title.replace(/^\[Sample\]\s*/, "")}</h3>
              <p {...language(update)}>{update.dek}</p>
            </article>
          ))}
        </div>
      )}
    </section>
  );
}
