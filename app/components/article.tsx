import { useTranslation } from "react-i18next";
import type { Update } from "~/domain/updates/get-update.server";
import { languageName } from "~/i18n/language-name";
import { ArticleActions, type ArticleActionsProps } from "./article-actions";
import { ArticleEnd } from "./article-end";
import { ArticleFacts } from "./article-facts";
import { ArticleTypeFacts } from "./article-type-facts";
import { DraftNote } from "./draft-note";
import { GuideReview } from "./guide-review";
import { useLanguageAttributes } from "./in-language";
import { Picture } from "./picture";
import { ResearchFacts } from "./research-facts";
import { useLocale } from "./use-locale";

export type ArticleText = Pick<
  Update,
  | "type"
  | "isSample"
  | "publishedAt"
  | "updatedAt"
  | "factsAsOf"
  | "countries"
  | "authors"
  | "sources"
  | "aiAssistance"
  | "license"
  | "facts"
  | "source"
  | "partner"
  | "isExpired"
  | "text"
>;

interface Props extends Pick<ArticleActionsProps, "campaign" | "actions"> {
  update: ArticleText;
  principles: { slug: string; address: string; title: string; locale: string; dir: "ltr" | "rtl" }[];
}

/** One article: who wrote it, what it says, what it rests on, and what a reader can do. */
export function Article({ update, principles, campaign, actions }: Props) {
  const { t } = useTranslation("updates");
  const { t: site } = useTranslation("site");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const { text } = update;
  return (
    <article className="page page--narrow article">
      <header>
        <p className="card__meta">
          {t(`types.${update.type}`)} {update.isSample && <span className="tag">{site("sample.tag")}</span>}
        </p>
        <h1 {...language(text)}>{text.title}</h1>
        <p className="lead" {...language(text)}>
          {text.dek}
        </p>
        <ArticleFacts update={update} />
        <ArticleTypeFacts update={update} />
      </header>
      {text.locale !== locale && (
        <p className="draft-note">{t("article.otherLanguage", { language: languageName(text.locale, locale) })}</p>
      )}
      <DraftNote texts={[{ locale: text.locale, status: text.status }, ...actions]} />
      {text.isStale && <p className="draft-note">{t("article.stale")}</p>}
      <div {...language(text)}>
        {text.picture && <Picture {...text.picture} />}
        {/* The only HTML that is written as it is: it comes out of the sanitizer. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: text.html }} />
      </div>
      <GuideReview facts={update.facts} text={text} />
      <ResearchFacts facts={update.facts} text={text} />
      {text.words.questions && (
        <section aria-labelledby="questions-title">
          <h2 id="questions-title">{t("article.questions")}</h2>
          <div className="faq" {...language(text)}>
            {text.words.questions.map(({ question, answer }) => (
              <details key={question}>
                <summary>{question}</summary>
                <p>{answer}</p>
              </details>
            ))}
          </div>
        </section>
      )}
      {text.words.recommendations && (
        <section aria-labelledby="recommendations-title">
          <h2 id="recommendations-title">{t("article.recommendations")}</h2>
          <ul {...language(text)}>
            {text.words.recommendations.map((recommendation) => (
              <li key={recommendation}>{recommendation}</li>
            ))}
          </ul>
        </section>
      )}
      <ArticleEnd update={update} />
      {principles.length > 0 && (
        <section aria-labelledby="principles-title">
          <h2 id="principles-title">{t("article.principles")}</h2>
          <ul>
            {principles.map((principle) => (
              <li key={principle.slug}>
                <a href={`/${locale}/principles/${principle.address}`} {...language(principle)}>
                  {principle.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ArticleActions campaign={campaign} actions={actions} countries={update.countries} />
      <p>
        <a href={`/${locale}/updates`}>{t("article.back")}</a>
      </p>
    </article>
  );
}
