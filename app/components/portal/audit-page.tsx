import { useTranslation } from "react-i18next";
import { z } from "zod";
import { AUTOMATIC_ACTOR, isAuditKind } from "~/domain/audit/audit-kinds";
import { AuditFilterForm, type Filter } from "./audit-filter-form";
import { DeedForm, EmptyState, Moment, PortalHeading } from "./portal-form";

/** What the page's action found in the chain. */
export const auditCheck = z.object({
  /** Null for who may not know how long the whole log is. */
  rows: z.number().nullable(),
  lastHash: z.string().nullable(),
  brokenAt: z.number().nullable(),
  checkedAt: z.union([z.date(), z.string()]),
});

interface Props {
  rows: {
    id: string;
    position: number | null;
    at: Date;
    actor: string;
    action: string;
    organization: string | null;
    campaign: string | null;
    facts: string;
  }[];
  filter: Filter;
  /** Position before which the next page begins. */
  next: number | null;
  isHost: boolean;
  choices: React.ComponentProps<typeof AuditFilterForm>["choices"];
  checked: z.output<typeof auditCheck> | null;
}

/** The audit log, with filters that stand in the address. */
export function AuditPage({ rows, filter, next, isHost, choices, checked }: Props) {
  const { t, i18n } = useTranslation("portal");
  const { t: log } = useTranslation("portal-audit");
  const number = new Intl.NumberFormat(i18n.language);
  const wanted = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || name === "before" ? [] : [[name, String(value)]],
  );
  const older = new URLSearchParams([...wanted, ["before", String(next)]]);
  const kindOf = (action: string) => (isAuditKind(action) ? log(`kinds.${action}`) : action);
  return (
    <>
      <PortalHeading title={t("audit.title")} lead={t("audit.lead")}>
        <DeedForm intent="verify">
          <button type="submit" className="button button--quiet">
            {log("verify")}
          </button>
        </DeedForm>
      </PortalHeading>
      <CheckNote checked={checked} />
      <AuditFilterForm filter={filter} isHost={isHost} choices={choices} />
      {rows.length === 0 ? (
        <EmptyState title={t("audit.none")}>
          <p>{t("audit.noneBody")}</p>
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
        <section className="portal-table-box" tabIndex={0} aria-label={t("audit.title")}>
          <table className="portal-table audit-table">
            <thead>
              <tr>
                <th scope="col">{t("audit.position")}</th>
                <th scope="col">{t("audit.at")}</th>
                <th scope="col">{t("audit.actor")}</th>
                <th scope="col">{log("what")}</th>
                {isHost && <th scope="col">{log("organization")}</th>}
                <th scope="col">{t("audit.facts")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="number">{row.position === null ? "–" : number.format(row.position)}</td>
                  <td>
                    <Moment at={row.at} />
                  </td>
                  <td>{row.actor === AUTOMATIC_ACTOR ? log("automatic") : <bdi>{row.actor}</bdi>}</td>
                  <td>
                    {kindOf(row.action)}
                    <br />
                    <code className="visually-muted">{row.action}</code>
                  </td>
                  {isHost && <td>{row.organization === null ? log("host") : <bdi>{row.organization}</bdi>}</td>}
                  <td>
                    {row.campaign !== null && (
                      <>
                        <bdi>{row.campaign}</bdi>
                        <br />
                      </>
                    )}
                    {row.facts !== "{}" && <code className="hash">{row.facts}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {next !== null && (
        <p>
          <a href={`?${older}`}>{t("audit.older")}</a>
        </p>
      )}
    </>
  );
}

/** Whether every entry fits to the one before. */
function CheckNote({ checked }: Pick<Props, "checked">) {
  const { t } = useTranslation("portal-audit");
  if (checked === null) return <p className="visually-muted">{t("verifyLead")}</p>;
  if (checked.brokenAt !== null) {
    return (
      <p className="warning-note" role="alert">
        {t("broken", { position: checked.brokenAt })}
      </p>
    );
  }
  return (
    <div className="done-note" role="status">
      <p>
        {checked.rows === null ? t("whole") : t("wholeOf", { count: checked.rows })} <Moment at={checked.checkedAt} />
      </p>
      {checked.lastHash !== null && (
        <p>
          {t("lastHash")} <code className="hash">{checked.lastHash}</code>
        </p>
      )}
    </div>
  );
}
