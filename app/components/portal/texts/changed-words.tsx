import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { wordChanges } from "~/domain/translations/word-changes";

interface Props {
  before: string;
  after: string;
  language: { lang?: string; dir?: string };
}

/** What was changed in an original since it was translated, word by word. */
export function ChangedWords({ before, after, language }: Props) {
  const { t } = useTranslation("portal-texts");
  return (
    <div className="changed-words">
      <p className="changed-words__title">{t("stale.field")}</p>
      <p className="kept-lines" {...language}>
        {wordChanges(before, after).map(({ what, text }, index) => (
          <Fragment key={index}>
            {what === "kept" && text}
            {what === "gone" && (
              <del>
                <span className="visually-hidden">{t("stale.gone")} </span>
                {text}
              </del>
            )}
            {what === "come" && (
              <ins>
                <span className="visually-hidden">{t("stale.come")} </span>
                {text}
              </ins>
            )}
          </Fragment>
        ))}
      </p>
    </div>
  );
}
