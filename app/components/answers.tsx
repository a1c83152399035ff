import { useTranslation } from "react-i18next";
import { type OfficeAnswer, officeAnswerKinds } from "~/domain/follow-ups/follow-up-rules";
import { ErrorSummary } from "./error-summary";
import { ReadOnlyNotice } from "./read-only-notice";

interface Props {
  isExpired: boolean;
  isSaved: boolean;
  /** Nothing was chosen. */
  isEmpty: boolean;
  petition: string;
  lawmakersPath: string;
  offices: { bioguide: string; name: string; answer: OfficeAnswer | null }[];
}

/** One question for each office: did it answer, and how? */
export function Answers({ isExpired, isSaved, isEmpty, petition, lawmakersPath, offices }: Props) {
  const { t } = useTranslation("deliver");
  const { t: lawmakers } = useTranslation("lawmakers");
  const toLawmakers = (
    <p>
      <a href={lawmakersPath}>{lawmakers("title")}</a>
    </p>
  );
  if (isExpired) {
    return (
      <div className="page page--narrow">
        <h1>{t("answers.expired.title")}</h1>
        <p className="lead">{t("answers.expired.body")}</p>
        {toLawmakers}
      </div>
    );
  }
  const errors = isEmpty ? [{ field: `answer.${offices[0]?.bioguide}.none`, message: t("answers.nothing") }] : [];
  return (
    <div className="page page--narrow">
      <ErrorSummary errors={errors} />
      {isSaved && !isEmpty && (
        <p className="notice notice--good" role="status">
          {t("answers.saved")}
        </p>
      )}
      <h1>{t("answers.title")}</h1>
      <p className="lead">{t("answers.intro", { petition })}</p>
      <form method="post">
        {offices.map(({ bioguide, name, answer }) => (
          <fieldset key={bioguide} className="card deliver__question">
            <legend>{t("answers.question", { name })}</legend>
            {officeAnswerKinds.map((kind) => (
              <label key={kind} className="check">
                <input
                  type="radio"
                  id={`answer.${bioguide}.${kind}`}
                  name={`answer.${bioguide}`}
                  value={kind}
                  defaultChecked={answer === kind}
                />
                <span>{t(`answers.choices.${kind}`)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <ReadOnlyNotice />
        <button className="button button--large" type="submit">
          {t("answers.button")}
        </button>
      </form>
      {toLawmakers}
    </div>
  );
}
