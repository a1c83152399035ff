import { useTranslation } from "react-i18next";
import { TextField } from "../field";
import { EmptyState, Moment, PortalHeading } from "./portal-form";

interface Props {
  rows: { id: string; position: number | null; at: Date; actor: string; action: string; facts: string }[];
  filter: { action?: string | undefined; from?: string | undefined; to?: string | undefined };
  /** Position before which the next page begins. */
  next: number | null;
}

/** The audit log, with filters that stand in the address. */
export function AuditPage({ rows, filter, next }: Props) {
  const { t, i18n } = useTranslation("portal");
  const number = new Intl.NumberFormat(i18n.language);
  const wanted = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const older = new URLSearchParams([...wanted, ["before", String(next)]]);
  return (
    <>
      <PortalHeading title={t("audit.title")} lead={t("audit.lead")} />
      <form method="get" className="portal-filter">
        <TextField
          id="action"
          label={t("audit.action")}
          hint={t("audit.actionHint")}
          defaultValue={filter.action}
          autoCapitalize="none"
          maxLength={40}
          dir="ltr"
        />
        <TextField id="from" type="date" label={t("audit.from")} defaultValue={filter.from} />
        <TextField id="to" type="date" label={t("audit.to")} defaultValue={filter.to} />
        <button type="submit" className="button button--quiet">
          {t("audit.filter")}
        </button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t("audit.none")}>
          <p>{t("audit.noneBody")}</p>
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
        <section className="portal-table-box" tabIndex={0} aria-label={t("audit.title")}>
          <table className="portal-table">
            <thead>
              <tr>
                <th scope="col">{t("audit.position")}</th>
                <th scope="col">{t("audit.at")}</th>
                <th scope="col">{t("audit.actor")}</th>
                <th scope="col">{t("audit.action")}</th>
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
                  <td>
                    <bdi>{row.actor}</bdi>
                  </td>
                  <td>
                    <code>{row.action}</code>
                  </td>
                  <td>
                    <code className="hash">{row.facts}</code>
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
