import { useTranslation } from "react-i18next";
import type { ArticleText } from "./article";
import { useLanguageAttributes } from "./in-language";

const parts = ["abstract", "methods", "funding", "conflicts", "ethics"] as const;

/** How a piece of research was made and paid for, and where its data are. */
export function ResearchFacts({ facts, text }: Pick<ArticleText, "facts" | "text">) {
  const { t } = useTranslation("updates");
  const language = useLanguageAttributes();
  const { research } = facts;
  if (!research) return null;
  const words = text.words.research ?? {};
  return (
    <dl className="facts facts--long">
      {parts.map(
        (part) =>
          words[part] && (
            <div key={part}>
              <dt>{t(`research.${part}`)}</dt>
              <dd {...language(text)}>{words[part]}</dd>
            </div>
          ),
      )}
      {(research.datasetUrl ?? research.doi) && (
        <div>
          <dt>{t("research.dataset")}</dt>
          <dd>
            <a href={research.datasetUrl ?? `https://doi.org/${research.doi}`} rel="noreferrer">
              <bdi>{research.datasetUrl ?? research.doi}</bdi>
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{research.peerReviewed ? t("research.peerReviewed") : t("research.notPeerReviewed")}</dt>
      </div>
    </dl>
  );
}
