import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { DoneNote, PortalHeading } from "../portal-form";
import type { SentForm } from "../sent-form";
import { type DeadJob, DeadJobs } from "./dead-jobs";
import { type Count, QueueTable } from "./queue-table";
import { type SwitchFacts, SwitchList } from "./switch-list";

interface Props {
  base: string;
  /** The kind of job that the list is narrowed to. */
  name: string | null;
  done: string | null;
  count: number;
  counts: Count[];
  dead: DeadJob[];
  page: number;
  pages: number;
  switches: SwitchFacts[];
  campaigns: string[];
  now: Date;
  mayAct: boolean;
  isProven: boolean;
  sent: SentForm | null;
}

const outcomes = ["forgotten", "notDead", "discarded", "switchedOn", "switchedOff"] as const;

/** What runs behind the pages: the switches, what waits, and what was given up. */
export function OperationsPage({ base, name, done, counts, switches, sent, ...props }: Props) {
  const { t } = useTranslation("portal-trust");
  const { summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  const thing = sent?.values.id ?? sent?.values.name ?? "";
  return (
    <>
      <PortalHeading title={t("operations.title")} lead={t("operations.lead")} />
      {done === "retried" && <DoneNote>{t("operations.retried", { count: props.count })}</DoneNote>}
      {outcome && <DoneNote>{t(`operations.outcomes.${outcome}`)}</DoneNote>}
      <ErrorSummary errors={summary.map(({ field, message }) => ({ field: `${field}-${thing}`, message }))} />
      <SwitchList
        switches={switches}
        campaigns={props.campaigns}
        mayAct={props.mayAct}
        isProven={props.isProven}
        sent={sent}
      />
      <QueueTable counts={counts} now={props.now} base={base} />
      <DeadJobs
        jobs={props.dead}
        name={name}
        base={base}
        page={props.page}
        pages={props.pages}
        deadOf={(job) => counts.find((one) => one.name === job)?.dead ?? 0}
        mayAct={props.mayAct}
        sent={sent?.intent === "discard" ? sent : null}
      />
    </>
  );
}
