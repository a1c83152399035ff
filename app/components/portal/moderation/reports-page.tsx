import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, DoneNote, EmptyState, PortalHeading } from "../portal-form";
import { SelectField } from "../select-field";
import type { SentForm } from "../sent-form";
import { type Correction, CorrectionList } from "./correction-list";
import { type Office, OfficeName } from "./office-name";

interface Report {
  id: string;
  bioguide: string;
  office: Office;
  kind: "number_wrong" | "number_dead" | "form_broken" | "member_wrong";
  shown: string;
  reports: number;
  last: string;
  isGone: boolean;
}

interface Props {
  reports: Report[];
  corrections: Correction[];
  asOf: string | null;
  offices: { bioguide: string; name: string; state: string }[];
  done: string | null;
  mayAct: boolean;
  sent: SentForm | null;
}

const outcomes = ["accepted", "setAside", "corrected", "withdrawn"] as const;
const refusals = ["noMember", "noLocalNumber", "notShown", "reportOver", "correctionOver", "memberBySync"] as const;

/** What people report of lawmakers' offices, and what was put right. */
export function ReportsPage({ reports, corrections, asOf, offices, done, mayAct, sent }: Props) {
  const { t, i18n } = useTranslation("portal-trust");
  const { summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  const refusal = refusals.find((one) => one === done);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" });
  return (
    <>
      <PortalHeading title={t("reports.title")} lead={t("reports.lead")} />
      {outcome && <DoneNote>{t(`reports.outcomes.${outcome}`)}</DoneNote>}
      {refusal && (
        <p className="warning-note" role="alert">
          {t(`reports.refusals.${refusal}`)}
        </p>
      )}
      <ErrorSummary
        errors={summary.map(({ field, message }) => ({
          field: `${field}-${sent?.values.report ?? "new"}`,
          message,
        }))}
      />
      {asOf !== null && <p className="visually-muted">{t("reports.asOf", { day: day.format(new Date(asOf)) })}</p>}
      {reports.length === 0 && (
        <EmptyState title={t("reports.none")}>
          <p>{t("reports.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="moderation-list">
        {reports.map((report) => (
          <li className="portal-card" key={report.id}>
            <h2>
              <OfficeName office={report.office} bioguide={report.bioguide} />
            </h2>
            <p>
              {t(`reports.kinds.${report.kind}`)}
              {report.shown !== "" && (
                <>
                  {" "}
                  <strong>
                    <bdi dir="ltr" className="reported-value">
                      {report.shown}
                    </bdi>
                  </strong>
                </>
              )}
            </p>
            <p className="visually-muted">
              {t("reports.saidBy", { count: report.reports, day: day.format(new Date(report.last)) })}
            </p>
            <Sources report={report} />
            {mayAct && <Answers report={report} sent={sent?.values.report === report.id ? sent : null} />}
          </li>
        ))}
      </ul>
      {mayAct && <CorrectForm offices={offices} sent={sent?.intent === "correct" ? sent : null} />}
      <CorrectionList corrections={corrections} mayAct={mayAct} />
    </>
  );
}

/** Where somebody looks up what is right. */
function Sources({ report }: { report: Report }) {
  const { t } = useTranslation("portal-trust");
  return (
    <p className="button-row">
      <span>{t("reports.check")}</span>
      {report.office?.website && (
        <a href={report.office.website} rel="noopener noreferrer">
          {t("reports.ownSite")}
        </a>
      )}
      <a href={`https://bioguide.congress.gov/search/bio/${report.bioguide}`} rel="noopener noreferrer">
        {t("reports.directory")}
      </a>
      {report.kind === "form_broken" && report.shown.startsWith("https://") && (
        <a href={report.shown} rel="noopener noreferrer">
          {t("reports.reportedPage")}
        </a>
      )}
    </p>
  );
}

function Answers({ report, sent }: { report: Report; sent: SentForm | null }) {
  const { t } = useTranslation("portal-trust");
  const { errorOf } = useFieldErrors(sent?.errors);
  const isNumber = report.kind === "number_wrong" || report.kind === "number_dead";
  return (
    <>
      {report.kind === "member_wrong" && <p>{t("reports.memberBySync")}</p>}
      {report.isGone && <p>{t("reports.isGone")}</p>}
      {report.kind !== "member_wrong" && !report.isGone && (
        <details open={sent !== null}>
          <summary>{t("reports.accept")}</summary>
          <DeedForm intent="accept">
            <input type="hidden" name="report" value={report.id} />
            <TextField
              id={`value-${report.id}`}
              name="value"
              type={isNumber ? "tel" : "url"}
              label={isNumber ? t("reports.rightNumber") : t("reports.rightAddress")}
              hint={t("reports.valueHint")}
              error={errorOf("value")}
              defaultValue={sent?.values.value}
              autoComplete="off"
              dir="ltr"
              maxLength={500}
            />
            <button type="submit" className="button button--small">
              {t("reports.acceptButton")}
            </button>
          </DeedForm>
        </details>
      )}
      <DeedForm intent="set-aside">
        <input type="hidden" name="report" value={report.id} />
        <button type="submit" className="button button--small button--quiet">
          {report.isGone || report.kind === "member_wrong" ? t("reports.setAsideOnly") : t("reports.setAside")}
        </button>
      </DeedForm>
    </>
  );
}

const fields = ["phone", "contact_form", "website"] as const;

/** Puts right what nobody has reported. */
function CorrectForm({ offices, sent }: { offices: Props["offices"]; sent: SentForm | null }) {
  const { t } = useTranslation("portal-trust");
  const { errorOf } = useFieldErrors(sent?.errors);
  return (
    <details className="portal-card" open={sent !== null}>
      <summary>{t("reports.correct")}</summary>
      <DeedForm intent="correct">
        <SelectField
          id="office-new"
          name="office"
          label={t("reports.office")}
          error={errorOf("office")}
          defaultValue={sent?.values.office ?? ""}
          options={[
            { value: "", label: t("reports.chooseOffice") },
            ...offices.map(({ bioguide, name, state }) => ({ value: bioguide, label: `${state} · ${name}` })),
          ]}
        />
        <SelectField
          id="field-new"
          name="field"
          label={t("reports.field")}
          error={errorOf("field")}
          defaultValue={sent?.values.field ?? "phone"}
          options={fields.map((field) => ({ value: field, label: t(`reports.fields.${field}`) }))}
        />
        <TextField
          id="value-new"
          name="value"
          label={t("reports.rightValue")}
          hint={t("reports.valueHint")}
          error={errorOf("value")}
          defaultValue={sent?.values.value}
          autoComplete="off"
          autoCapitalize="none"
          dir="ltr"
          maxLength={500}
        />
        <button type="submit" className="button button--small">
          {t("reports.correctButton")}
        </button>
      </DeedForm>
    </details>
  );
}
