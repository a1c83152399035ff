import { useTranslation } from "react-i18next";
import type { OpenApproval } from "~/domain/workshop/approvals.server";
import { EmptyState, Moment, PortalHeading } from "../portal-form";
import { OutcomeNote } from "./outcome-note";

interface Props {
  /** `/portal/{organization}/campaigns` */
  path: string;
  done: string | null;
  approvals: OpenApproval[];
}

const outcomes = ["public", "scheduled", "changes", "sentBack", "nothing"] as const;

/** Requests of partners that wait for the host, the oldest first. */
export function ApprovalsPage({ path, done, approvals }: Props) {
  const { t } = useTranslation("portal-workshop");
  const outcome = outcomes.find((one) => one === done);
  return (
    <>
      <PortalHeading title={t("approvals.title")} lead={t("approvals.lead")}>
        <a className="button button--quiet" href={path}>
          {t("title")}
        </a>
      </PortalHeading>
      {outcome && <OutcomeNote isGood={outcome !== "nothing"}>{t(`decide.outcomes.${outcome}`)}</OutcomeNote>}
      {approvals.length === 0 && (
        <EmptyState title={t("approvals.none")}>
          <p>{t("approvals.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="member-list">
        {approvals.map(({ slug, title, locale, partnerName, requestedAt, requestedBy, note, isFirst }) => (
          <li className="portal-card" key={slug}>
            <h2>
              <a href={`${path}/${encodeURIComponent(slug)}/approval`} lang={locale}>
                {title}
              </a>
            </h2>
            <p className="visually-muted">
              <bdi>{partnerName}</bdi> · <bdi>{requestedBy}</bdi> · <Moment at={requestedAt} />
            </p>
            <p>
              <span className="state-tag">{isFirst ? t("approvals.first") : t("approvals.changes")}</span>
            </p>
            {note && (
              <blockquote className="workshop-quote">
                <p dir="auto">{note}</p>
              </blockquote>
            )}
            <p>
              <a className="button button--small" href={`${path}/${encodeURIComponent(slug)}/approval`}>
                {t("approvals.read")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
