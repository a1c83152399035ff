import { useTranslation } from "react-i18next";
import type { ArticleText } from "./article";
import { useLanguageAttributes } from "./in-language";

/** What an article rests on, what was put right in it, and how it was made. */
export function ArticleEnd({ update }: { update: ArticleText }) {
  const { t, i18n } = useTranslation("updates");
  const language = useLanguageAttributes();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  const { sources, text, license, aiAssistance, facts } = update;
  // Facts are not translated: what they say in words is in the article's first language.
  const source = language(update.source);
  return (
    <>
      {text.corrections.length > 0 && (
        <section aria-labelledby="corrections-title">
          <h2 id="corrections-title">{t("article.corrections")}</h2>
          <ul>
            {text.corrections.map((correction) => (
              <li key={`${correction.date} ${correction.text}`}>
                <time dateTime={correction.date}>{day.format(new Date(correction.date))}</time>:{" "}
                <span {...language(text)}>{correction.text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.bills && facts.bills.length > 0 && (
        <section aria-labelledby="bills-title">
          <h2 id="bills-title">{t("article.bills")}</h2>
          <ul>
            {facts.bills.map((bill) => (
              <li key={bill.number}>
                <bdi {...source}>
                  {bill.url ? (
                    <a href={bill.url} rel="noreferrer">
                      {bill.number}
                    </a>
                  ) : (
                    bill.number
                  )}{" "}
                  ({bill.jurisdiction}): {bill.stage}
                </bdi>{" "}
                · {dated(bill.stageDate, i18n.language)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sources.length > 0 && (
        <section aria-labelledby="sources-title">
          <h2 id="sources-title">{t("article.sources")}</h2>
          <ul>
            {sources.map((source) => (
              <li key={source.title}>
                <bdi>
                  {source.url ? (
                    <a href={source.url} rel="noreferrer">
                      {source.title}
                    </a>
                  ) : (
                    <cite>{source.title}</cite>
                  )}
                </bdi>
                {" · "}
                <bdi>{source.publisher}</bdi>
                {source.date && <> · {dated(source.date, i18n.language)}</>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="about-title">
        <h2 id="about-title">{t("article.about")}</h2>
        <p>
          {aiAssistance.used ? t("article.ai.used") : t("article.ai.none")}
          {aiAssistance.note && (
            <>
              {" "}
              <bdi {...source}>{aiAssistance.note}</bdi>
            </>
          )}
        </p>
        {license && <p>{t("article.license", { name: license })}</p>}
      </section>
    </>
  );
}

/** A date as exactly as it is known: a year, a month or a day. */
function dated(date: string, locale: string): string {
  const [, month, day] = date.split("-");
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
    calendar: "gregory",
    timeZone: "UTC",
  }).format(new Date(date));
}
