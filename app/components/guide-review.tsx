import { useTranslation } from "react-i18next";
import type { ArticleText } from "./article";
import { useLanguageAttributes } from "./in-language";

const marks = { pass: "✓", fail: "✕", unclear: "?" } as const;

/** The check of a product: the verdict first, then each criterion, then what its users can do. */
export function GuideReview({ facts, text }: Pick<ArticleText, "facts" | "text">) {
  const { t, i18n } = useTranslation("updates");
  const language = useLanguageAttributes();
  const words = text.words.review;
  const { review } = facts;
  if (!words || !review) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  const own = language(text);
  return (
    <section className="guide" aria-labelledby="guide-title">
      <h2 id="guide-title">{t("guide.title")}</h2>
      <h3>{t("guide.verdict")}</h3>
      <p className={review.warning ? "guide__verdict guide__verdict--warning" : "guide__verdict"}>
        {review.warning ? t("guide.warning") : t("guide.noWarning")}
      </p>
      {words.verdict && <p {...own}>{words.verdict}</p>}
      <dl className="facts">
        <div>
          <dt>{t("guide.product")}</dt>
          <dd>
            <bdi>{review.product}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("guide.vendor")}</dt>
          <dd>
            <bdi>{review.vendor}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("guide.category")}</dt>
          <dd {...own}>{words.category}</dd>
        </div>
        <div>
          <dt>{t("guide.reviewedOn")}</dt>
          <dd>
            {day.format(new Date(review.reviewedAt))} ({t("guide.hours", { count: review.hoursSpent })})
          </dd>
        </div>
      </dl>
      <ul className="criteria list-plain">
        {words.criteria.map(({ id, label, note }) => {
          const result = review.results[id] ?? "unclear";
          return (
            <li className={`criterion criterion--${result}`} key={id}>
              <p className="criterion__result">
                <span aria-hidden="true">{marks[result]}</span> {t(`guide.results.${result}`)}
              </p>
              <div {...own}>
                <h3>{label}</h3>
                <p>{note}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {words.tips.length > 0 && (
        <>
          <h3>{t("guide.tips")}</h3>
          <ul {...own}>
            {words.tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        </>
      )}
      {words.vendorReply && (
        <>
          <h3>{t("guide.reply")}</h3>
          <p {...own}>{words.vendorReply}</p>
        </>
      )}
    </section>
  );
}
