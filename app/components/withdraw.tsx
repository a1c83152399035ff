import { useTranslation } from "react-i18next";
import { useLanguageAttributes } from "./in-language";
import { ReadOnlyNotice } from "./read-only-notice";

/** A way out of a confirmed signature, in two steps that need no script: the question is folded up at first. */
export function Withdraw() {
  const { t } = useTranslation("confirm");
  return (
    <details className="withdraw">
      <summary>{t("withdraw.summary")}</summary>
      <form method="post">
        <h2>{t("withdraw.question")}</h2>
        <p>{t("withdraw.body")}</p>
        <input type="hidden" name="intent" value="withdraw" />
        <ReadOnlyNotice />
        <button className="button button--quiet" type="submit">
          {t("withdraw.button")}
        </button>
      </form>
    </details>
  );
}

interface Props {
  petition: { title: string; locale: string; dir: "ltr" | "rtl" };
  petitionPath: string;
}

/** What follows a withdrawal. */
export function Withdrawn({ petition, petitionPath }: Props) {
  const { t } = useTranslation("confirm");
  const language = useLanguageAttributes();
  return (
    <div className="page page--narrow">
      <h1>{t("withdrawn.title")}</h1>
      <p className="lead">{t("withdrawn.body")}</p>
      <p className="petition-title" {...language(petition)}>
        {petition.title}
      </p>
      <p>{t("withdrawn.again")}</p>
      <p>
        <a className="button button--quiet" href={petitionPath}>
          {t("withdrawn.button")}
        </a>
      </p>
      <p className="muted">{t("withdrawn.mail")}</p>
    </div>
  );
}
