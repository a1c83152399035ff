import { useTranslation } from "react-i18next";
import type { ReviewedRouting } from "~/domain/workshop/approval-review.server";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";

interface Props extends ReviewedRouting {
  /** Address of the campaign in the portal. */
  base: string;
}

/** What signers would be offered after a yes, word by word, and where it is said to whom. */
export function RoutingReview({ base, isProposed, rules, actions }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  if (actions.length === 0 && rules === 0) return null;
  return (
    <section className="portal-card" aria-labelledby="decide-routing">
      <h2 id="decide-routing">{t("decide.routing.title")}</h2>
      <p>
        {t("decide.routing.rules", { count: rules })}{" "}
        {isProposed && <span className="state-tag">{t("decide.changed")}</span>}{" "}
        <a href={`${base}/routing`}>{t("decide.routing.see")}</a>
      </p>
      <ul className="plain-list">
        {actions.map(({ slug, link, texts }) => (
          <li key={slug}>
            <p>
              <a href={`${base}/actions`}>{t("decide.routing.action")}</a> <bdi>{link ?? slug}</bdi>
            </p>
            {texts.map(({ locale, isInReview, title, words }) => (
              <div key={locale}>
                <p>
                  <span className="state-tag">{languageName(locale, i18n.language)}</span>{" "}
                  {isInReview && <span className="state-tag">{t("textStates.in_review")}</span>}
                </p>
                <div lang={locale} dir={textDirection(locale)}>
                  <p>
                    <strong>{title}</strong>
                  </p>
                  {words.map((word, index) => (
                    <p key={index}>{word}</p>
                  ))}
                </div>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
