import { useTranslation } from "react-i18next";
import type { ArticleText } from "./article";
import { useLanguageAttributes } from "./in-language";

/** Who wrote an article and when, until when its facts are true, and where and when an event is. */
export function ArticleFacts({ update }: { update: ArticleText }) {
  const { t, i18n } = useTranslation("updates");
  const language = useLanguageAttributes();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  const names = new Intl.ListFormat(i18n.language).format(
    update.authors.map(({ name, role }) => `\u2068${name}\u2069 (${t(`article.roles.${role}`)})`),
  );
  const { eventAt, timeZone = "UTC" } = update.facts;
  const { place } = update.text.words;
  return (
    <div className="article__facts">
      {update.authors.length > 0 && <p>{t("article.by", { names })}</p>}
      <p>
        {t("article.published", { date: day.format(update.publishedAt) })}
        {update.updatedAt && <> · {t("article.updated", { date: day.format(update.updatedAt) })}</>}
        {update.factsAsOf && <> · {t("article.factsAsOf", { date: day.format(new Date(update.factsAsOf)) })}</>}
      </p>
      {(eventAt || place) && (
        <dl className="facts">
          {eventAt && (
            <div>
              <dt>{t("article.event")}</dt>
              <dd>
                <time dateTime={eventAt}>
                  {new Intl.DateTimeFormat(i18n.language, {
                    ...{ dateStyle: "full", timeStyle: "short", calendar: "gregory" },
                    timeZone,
                  }).format(new Date(eventAt))}
                </time>{" "}
                <bdi>({timeZone})</bdi>
              </dd>
            </div>
          )}
          {place && (
            <div>
              <dt>{t("article.place")}</dt>
              <dd {...language(update.text)}>{place}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
