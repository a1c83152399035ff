import { useTranslation } from "react-i18next";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, EmptyState, Moment } from "../portal-form";
import type { SentForm } from "../sent-form";
import { useJobWords } from "./job-words";

export interface DeadJob {
  id: string;
  name: string;
  works: number;
  attempts: number;
  reason: string | null;
  createdAt: Date;
  deadAt: Date;
  isForgotten: boolean;
}

interface Props {
  jobs: DeadJob[];
  name: string | null;
  base: string;
  page: number;
  pages: number;
  /** How many of a kind were given up. */
  deadOf(name: string): number;
  mayAct: boolean;
  sent: SentForm | null;
}

/** Work that was given up after all its attempts, to be tried again or let go. */
export function DeadJobs({ jobs, name, base, page, pages, deadOf, mayAct, sent }: Props) {
  const { t } = useTranslation("portal-trust");
  const words = useJobWords();
  const kinds = [...new Set(jobs.map((job) => job.name))];
  const href = (to: number) =>
    `${base}?${new URLSearchParams({ ...(name !== null && { job: name }), page: String(to) })}#dead`;
  return (
    <section id="dead" className="desk-part" aria-labelledby="dead-title">
      <h2 id="dead-title">{t("operations.deadTitle")}</h2>
      {name !== null && (
        <p>
          {t("operations.narrowed", { job: words(name) })} <a href={`${base}#dead`}>{t("operations.showAll")}</a>
        </p>
      )}
      {jobs.length === 0 && (
        <EmptyState title={t("operations.noneDead")}>
          <p>{t("operations.noneDeadBody")}</p>
        </EmptyState>
      )}
      {mayAct && kinds.length > 0 && (
        <ul className="plain-list">
          {kinds.map((kind) => (
            <li className="button-row" key={kind}>
              <span>{words(kind)}</span>
              <DeedForm intent="retry-all">
                <input type="hidden" name="name" value={kind} />
                <button type="submit" className="button button--small button--quiet">
                  {t("operations.retryAll", { count: deadOf(kind) })}
                </button>
              </DeedForm>
            </li>
          ))}
        </ul>
      )}
      <ul className="moderation-list">
        {jobs.map((job) => (
          <li className="portal-card" key={job.id}>
            <h3>
              {words(job.name)}
              {job.works > 1 && ` (${t("operations.mails", { count: job.works })})`}
            </h3>
            <p>
              {t("operations.attempts", { count: job.attempts })} ·{" "}
              {job.reason === null ? t("operations.noReason") : <code className="hash">{job.reason}</code>}
            </p>
            <p className="visually-muted">
              {t("operations.asked")} <Moment at={job.createdAt} /> · {t("operations.givenUp")}{" "}
              <Moment at={job.deadAt} />
              <br />
              <code dir="ltr">{job.id}</code>
            </p>
            {job.isForgotten && <p>{t("operations.isForgotten")}</p>}
            {mayAct && <JobDeeds job={job} sent={sent?.values.id === job.id ? sent : null} />}
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className="pager" aria-label={t("operations.pages")}>
          {page > 1 && (
            <a rel="prev" href={href(page - 1)}>
              {t("operations.newer")}
            </a>
          )}
          {page < pages && (
            <a rel="next" href={href(page + 1)}>
              {t("operations.older")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function JobDeeds({ job, sent }: { job: DeadJob; sent: SentForm | null }) {
  const { t } = useTranslation("portal-trust");
  const { errorOf } = useFieldErrors(sent?.errors);
  return (
    <>
      {!job.isForgotten && (
        <DeedForm intent="retry">
          <input type="hidden" name="id" value={job.id} />
          <button type="submit" className="button button--small">
            {t("operations.retry")}
          </button>
        </DeedForm>
      )}
      <details open={sent !== null}>
        <summary>{t("operations.discard")}</summary>
        <DeedForm intent="discard">
          <p className="visually-muted">{t("operations.discardLead")}</p>
          <input type="hidden" name="id" value={job.id} />
          <TextField
            id={`reason-${job.id}`}
            name="reason"
            label={t("operations.discardReason")}
            hint={t("strikes.reasonHint")}
            error={errorOf("reason")}
            defaultValue={sent?.values.reason}
            autoComplete="off"
            maxLength={500}
            dir="auto"
          />
          <button type="submit" className="button button--small button--danger">
            {t("operations.discardButton")}
          </button>
        </DeedForm>
      </details>
    </>
  );
}
