import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { FieldTexts, fieldAttributes, TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, DoneNote, PortalHeading } from "../portal-form";
import { ProofNote } from "../proof-note";
import type { SentForm } from "../sent-form";
import { CriteriaFields, CriteriaWords } from "./criteria";
import { type ListedStrike, StrikeList } from "./strike-list";
import { StrikeSurvey, type Surveyed } from "./strike-survey";
import { CriterionFields, type Filter } from "./suspect-filter";

interface Props {
  campaign: { name: string; nameLocale: string | null };
  /** Of the campaign's held signatures. */
  base: string;
  done: string | null;
  typed: Filter;
  heldOnly: boolean;
  strikes: ListedStrike[];
  countries: readonly { code: string; name: string }[];
  mayAct: boolean;
  isProven: boolean;
  sent: SentForm | null;
  surveyed: Surveyed | null;
}

const outcomes = ["ordered", "cancelled", "undoing", "outdated"] as const;

/** Strikes signatures by criteria, after a look at what that would meet. */
export function StrikesPage({ campaign, base, done, strikes, mayAct, sent, surveyed, ...props }: Props) {
  const { t } = useTranslation("portal-trust");
  const { errorOf, summary } = useFieldErrors(sent?.errors ?? surveyed?.errors);
  const outcome = outcomes.find((one) => one === done);
  const values = sent?.values ?? surveyed?.values;
  const typed = values ?? props.typed;
  const criteriaError = errorOf("criteria");
  return (
    <>
      <PortalHeading
        title={
          <>
            {t("strikes.heading")} <bdi lang={campaign.nameLocale ?? undefined}>{campaign.name}</bdi>
          </>
        }
        lead={t("strikes.lead")}
      >
        <a className="button button--quiet" href={base}>
          {t("strikes.toHeld")}
        </a>
      </PortalHeading>
      {outcome && <DoneNote>{t(`strikes.outcomes.${outcome}`)}</DoneNote>}
      <ErrorSummary errors={summary} />
      {mayAct && surveyed && (
        <section className="portal-card" aria-labelledby="survey-title">
          <h2 id="survey-title">{t("strikes.survey")}</h2>
          <CriteriaWords criteria={surveyed.criteria} />
          <StrikeSurvey survey={surveyed.survey} />
          {surveyed.survey.confirmed + surveyed.survey.pending > 0 && (
            <>
              <ProofNote isProven={props.isProven} />
              <DeedForm intent="order">
                <CriteriaFields criteria={surveyed.criteria} />
                <input type="hidden" name="key" value={surveyed.key} />
                <ReasonField error={errorOf("reason")} value={surveyed.values.reason} />
                <button type="submit" className="button button--danger">
                  {t("strikes.order", { count: surveyed.survey.confirmed + surveyed.survey.pending })}
                </button>
              </DeedForm>
            </>
          )}
        </section>
      )}
      {mayAct && (
        <section className="portal-card" aria-labelledby="new-strike-title">
          <h2 id="new-strike-title">{t("strikes.new")}</h2>
          <p>{t("strikes.newLead")}</p>
          {!props.isProven && !surveyed && <ProofNote isProven={false} />}
          <DeedForm intent="preview">
            {criteriaError && (
              <p className="field__error" id="criteria" tabIndex={-1}>
                {criteriaError}
              </p>
            )}
            <div className="supporter-filters__fields">
              <CriterionFields typed={typed} countries={props.countries} errorOf={errorOf} />
              <TextField
                id="domain"
                label={t("criteria.domainField")}
                hint={t("criteria.domainHint")}
                error={errorOf("domain")}
                defaultValue={values?.domain}
                autoComplete="off"
                autoCapitalize="none"
                dir="ltr"
                maxLength={253}
              />
            </div>
            <label className="check" htmlFor="held">
              <input
                type="checkbox"
                id="held"
                name="held"
                value="yes"
                defaultChecked={values ? values.held === "yes" : props.heldOnly}
              />
              <span>{t("criteria.heldOnly")}</span>
            </label>
            <button type="submit" className="button">
              {t("strikes.preview")}
            </button>
          </DeedForm>
        </section>
      )}
      <StrikeList strikes={strikes} mayAct={mayAct} />
    </>
  );
}

function ReasonField({ error, value }: { error: string | undefined; value: string | undefined }) {
  const { t } = useTranslation("portal-trust");
  const hint = t("strikes.reasonHint");
  return (
    <div className={error ? "field field--faulty" : "field"}>
      <FieldTexts id="reason" label={t("strikes.reason")} hint={hint} error={error} />
      <input
        name="reason"
        autoComplete="off"
        maxLength={500}
        dir="auto"
        defaultValue={value}
        {...fieldAttributes({ id: "reason", hint, error })}
      />
    </div>
  );
}
