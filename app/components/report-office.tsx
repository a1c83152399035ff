import { useTranslation } from "react-i18next";
import { isOfNumber, type Reportable } from "~/domain/offices/report-form";
import { TooMany } from "./contact-again";
import { ErrorSummary } from "./error-summary";
import { HOUSE_FINDER } from "./official-sites";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

interface Props {
  campaign: string;
  office: string;
  /** Null where the seat is vacant. */
  name: string | null;
  query: string;
  reportable: Reportable;
  requestKey: string;
  /** The kind that was just reported; null before. */
  thanksFor: string | null;
  problem: "faulty" | "tooMany" | null;
}

/** Says what is wrong with an office, by choosing only. */
export function ReportOffice(props: Props) {
  const { campaign, query, thanksFor, problem } = props;
  const { t } = useTranslation("calls");
  const { t: words } = useTranslation("lawmakers");
  const path = `/${useLocale()}/campaigns/${campaign}/lawmakers`;
  const back = `${path}?${query}`;
  if (problem === "tooMany") {
    return (
      <div className="page page--narrow calls">
        <TooMany next={back} />
      </div>
    );
  }
  return (
    <div className="page page--narrow calls">
      <h1>{t(thanksFor === null ? "report.title" : "report.thanks")}</h1>
      {thanksFor === null ? (
        <ReportForm {...props} />
      ) : (
        <>
          <p className="lead">{t("report.thanksBody")}</p>
          {thanksFor === "member_wrong" && (
            <>
              <p>{t("report.split")}</p>
              <ul>
                <li>
                  <a href={path}>{t("report.again")}</a>
                </li>
                <li>
                  <a href={HOUSE_FINDER} rel="noreferrer">
                    {words("finder")}
                  </a>
                </li>
              </ul>
            </>
          )}
        </>
      )}
      <p>
        <a href={back}>{t("report.back")}</a>
      </p>
    </div>
  );
}

function ReportForm({ campaign, office, name, query, reportable, requestKey, problem }: Props) {
  const { t } = useTranslation("calls");
  const { t: words } = useTranslation("lawmakers");
  const locale = useLocale();
  const { kinds, numbers } = reportable;
  return (
    <form
      className="tell-outcome"
      method="post"
      action={`/${locale}/campaigns/${campaign}/lawmakers/report?${query}&office=${office}`}
    >
      <p className="lead">{name ? <bdi lang="en">{name}</bdi> : words("vacant.title")}</p>
      <p>{t("report.body")}</p>
      <ReadOnlyNotice />
      {problem && <ErrorSummary errors={[{ field: "report-kind", message: t("report.faulty") }]} />}
      <input type="hidden" name="requestKey" value={requestKey} />
      <fieldset id="report-kind" tabIndex={-1}>
        <legend>{t("report.kindTitle")}</legend>
        {kinds.map((kind) => (
          <label className="check" key={kind}>
            <input type="radio" name="kind" value={kind} required />
            <span>{t(`report.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {kinds.some(isOfNumber) && (
        <fieldset>
          <legend>{t("report.number")}</legend>
          {numbers.map((number) => (
            <label className="check" key={number}>
              <input type="radio" name="number" value={number} />
              <bdi dir="ltr">{number}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <button className="button" type="submit">
        {t("report.button")}
      </button>
    </form>
  );
}
